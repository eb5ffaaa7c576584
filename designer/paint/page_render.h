// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

#include <QImage>

#include "model/query/element_rows.h"
#include "model/workbook/workbook.h"

namespace tessera::model {
class Catalogue;
}

namespace tessera::designer {

struct Tokens;
class PictureSource;

struct RenderOptions
{
    int width = 1280;   // px of the picture at scale 1
    double scale = 1.0; // device pixels per px, 0.1 … 8
    // The colours to show the page in; null: as the workbook's theme says.
    const Tokens *tokens = nullptr;
    const model::query::RowsSource *rows = nullptr; // null: sketches of what is configured
    const PictureSource *pictures = nullptr;        // null: those the workbook carries
};

// The picture of one page, overlay or panel, as the canvas shows it at 100 %. Overlays and panels that are narrower
// than the picture stand where Sigma puts them, on the canvas colour. Same input, same pixels. A null image when there
// is no block with this id. Needs a QGuiApplication (any platform); may run in any thread.
QImage renderBlock(const model::Workbook &workbook, const model::Catalogue &catalogue, const std::string &blockId,
                   const RenderOptions &options = {});

} // namespace tessera::designer
