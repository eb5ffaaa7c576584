// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include "model/workbook/object.h"

namespace tessera::model {
class Catalogue;
}

namespace tessera::designer {

// The words and the icon for what an element is: "Bar chart", "chart-column". An unknown kind answers its own name.
QString kindLabel(const model::Catalogue &catalogue, const model::Object &element);
QString kindIcon(const model::Catalogue &catalogue, const model::Object &element);

} // namespace tessera::designer
