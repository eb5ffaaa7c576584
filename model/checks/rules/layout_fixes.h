// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include "model/change/change.h"
#include "model/layout/layout_tree.h"

namespace tessera::model {

// Repairs of a layout, as changes against the given workbook; empty where there is nothing to repair any more.
std::vector<Change> placeAtEnd(const Workbook &workbook, const Key &element); // of the first page, made when missing
std::vector<Change> placeEverything(const Workbook &workbook);
std::vector<Change> addBlock(const Workbook &workbook, const std::string &blockId); // empty, for what has this id
std::vector<Change> removeNode(const Workbook &workbook, NodeId node);
// Removes a node but keeps what it holds: the children move up, below their new neighbours.
std::vector<Change> dissolveNode(const Workbook &workbook, NodeId node);
std::vector<Change> retag(const Workbook &workbook, NodeId node); // the tag that the element's kind wants
std::vector<Change> placeBelow(const Workbook &workbook, NodeId node);
std::vector<Change> clampInto(const Workbook &workbook, NodeId node, int columns);
std::vector<Change> setHeight(const Workbook &workbook, NodeId node, int rows);
// As many tabs as names: empty tabs, or names, at the end.
std::vector<Change> matchTabs(const Workbook &workbook, NodeId node);
// Another width of a grid; what stands in it keeps its share of the width.
std::vector<Change> resizeGrid(const Workbook &workbook, NodeId node, int columns);
bool canResizeGrid(const LayoutTree &tree, NodeId node, int columns);  // without two neighbours on one place
std::vector<Change> retagBlock(const Workbook &workbook, NodeId node); // <Page> for <Panel> and the other way round
// The content of a block goes below that of the first block for the same page.
std::vector<Change> mergeBlock(const Workbook &workbook, NodeId node);
std::vector<Change> setBlockId(const Workbook &workbook, NodeId node, const std::string &blockId);
std::vector<Change> removeAttributes(const Workbook &workbook, NodeId node, const std::vector<std::string> &names);

} // namespace tessera::model
