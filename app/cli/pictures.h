// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "designer/paint/page_render.h"
#include "model/base/result.h"
#include "model/schema/catalogue.h"
#include "model/workbook/workbook.h"

namespace tessera::app {

// Ids of all pages, overlays and panels, in this order.
std::vector<std::string> blockIds(const model::Workbook &workbook);

// A block as PNG; the same input gives the same bytes. Needs a graphical application.
// Errors: NotFound for an unknown id (the hint lists the known ones); Limit for a picture larger than Qt can hold.
model::Result<std::string> pictureOf(const model::Workbook &workbook, const model::Catalogue &catalogue,
                                     const std::string &blockId, const designer::RenderOptions &options);

// The pictures of a package, by block. Their rows are made up, as of a fixed day: what a table really holds goes
// nowhere unasked, and the same workbook gives the same bytes on every day and machine. Both arguments outlive it.
// Errors: Io when there is no room for temporary files; then those of pictureOf.
model::Result<std::function<model::Result<std::string>(const std::string &block)>>
packagePictures(const model::Workbook &workbook, const model::Catalogue &catalogue);

} // namespace tessera::app
