// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "model/workbook/workbook.h"

namespace tessera::tests {

// Adds nodes to a layout under construction; ids count up.
class LayoutBuilder
{
public:
    explicit LayoutBuilder(model::LayoutTree &tree) : m_tree(tree) {}

    model::NodeId block(const std::string &ref, model::NodeKind kind = model::NodeKind::Page,
                        int columns = model::pageColumns);
    model::NodeId element(model::NodeId parent, const std::string &id, model::GridRect rect);
    model::NodeId container(model::NodeId parent, const std::string &id, model::GridRect rect,
                            int columns = model::pageColumns);
    model::NodeId tabbed(model::NodeId parent, const std::string &id, model::GridRect rect);
    model::NodeId tab(model::NodeId tabbed);

private:
    model::NodeId add(model::NodeId parent, model::LayoutNode node);
    model::LayoutTree &m_tree;
};

// Pages "charts", "data", "controls" and "containers", the overlays "ask" (modal), "side" (drawer) and the panel "nav":
// every element kind and control type, configured as people do.
model::Workbook everyKind();

// One page "p" of `count` bar charts, `perRow` in a row, six rows high each.
model::Workbook manyCharts(int count, int perRow = 4);

} // namespace tessera::tests
