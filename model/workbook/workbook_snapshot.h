// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/base/result.h"
#include "model/workbook/workbook.h"

namespace tessera::model {

// The workbook in the program's own form: keys, node ids and extras included, so a journal written after a snapshot
// can be replayed on it. Not an exchange format; files for people and for Sigma come from the codecs.
Json toSnapshot(const Workbook &workbook);
// Errors: Invalid for anything toSnapshot did not write.
Result<Workbook> fromSnapshot(const Json &snapshot);

Json toJson(const LayoutSubtree &subtree);
Result<LayoutSubtree> layoutSubtreeFromJson(const Json &json);
Json toJson(const LayoutNode &node);
Result<LayoutNode> layoutNodeFromJson(const Json &json);

} // namespace tessera::model
