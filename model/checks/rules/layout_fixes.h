// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <vector>

#include "model/change/change.h"

namespace tessera::model {

// Repairs of a layout, as changes against the given workbook; empty where there is nothing to repair any more.
std::vector<Change> placeAtEnd(const Workbook &workbook, const Key &element); // of the first page, made when missing
std::vector<Change> placeEverything(const Workbook &workbook);
std::vector<Change> addPageBlock(const Workbook &workbook, const std::string &blockId);
std::vector<Change> removeNode(const Workbook &workbook, NodeId node);
// Removes a node but keeps what it holds: the children move up, below their new neighbours.
std::vector<Change> dissolveNode(const Workbook &workbook, NodeId node);
std::vector<Change> retag(const Workbook &workbook, NodeId node); // the tag that the element's kind wants
std::vector<Change> placeBelow(const Workbook &workbook, NodeId node);
std::vector<Change> clampInto(const Workbook &workbook, NodeId node, int columns);
std::vector<Change> setHeight(const Workbook &workbook, NodeId node, int rows);
// As many tabs as names: empty tabs, or names, at the end.
std::vector<Change> matchTabs(const Workbook &workbook, NodeId node);

} // namespace tessera::model
