// SPDX-License-Identifier: GPL-3.0-or-later
#include "designer/formula/place_scope.h"

namespace tessera::designer {

std::shared_ptr<const model::formula::Scope> makePlaceScope(const model::Workbook &, const model::NameIndex &, const model::Target &)
{
    return nullptr;
}

} // namespace tessera::designer
