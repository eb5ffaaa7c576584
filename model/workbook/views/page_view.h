// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/change/transaction.h"

namespace tessera::model {

// Readers do not see the page: hidden altogether or shown to some people only.
bool isHiddenPage(const Object &page);
// Hides a page or shows it to everybody. Empty when nothing would change.
std::vector<Change> setPageHidden(const Workbook &workbook, const Key &page, bool hidden);

// The caption of a tab of a tabbed container, "" where the body has none.
std::string tabName(const Object &container, int index);

// Sets the display name where the object keeps it (text, styled text or title), nothing else: references that use the
// old name are the business of model/names.
std::vector<Change> setDisplayName(const Workbook &workbook, Scope scope, const Key &key, const std::string &name);

} // namespace tessera::model
