// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

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

} // namespace tessera::app
