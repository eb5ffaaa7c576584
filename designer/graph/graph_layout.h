// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QPoint>
#include <QRect>
#include <QSize>

#include "model/workbook/action_flow.h"

namespace tessera::designer {

// Where everything of a graph stands, in px at 100 %.
struct GraphNode
{
    enum class Kind
    {
        Trigger, // path: the action
        Effect,  // path: the effect
        Branch,  // path: the branch; a label on its lane
        Add,     // the end of a list, where one more effect goes; path: the list
    };
    Kind kind = Kind::Effect;
    QRect rect;
    std::string path;
    int action = 0;   // index of the action it belongs to
    std::string list; // of an effect and an add place: the list it stands in
    int index = 0;    // of an effect: its place in the list; of an add place: the list's size
    model::FlowBranch::Kind branch = model::FlowBranch::Kind::If;
};

struct GraphEdge
{
    QPoint from; // right middle of a card
    QPoint to;   // left middle of the next
    int action = 0;
};

// A place in a list where a dragged card may go.
struct GraphSlot
{
    QPoint at; // middle of the marker
    std::string list;
    int index = 0;
};

struct GraphLayout
{
    static constexpr int cardWidth = 220, cardHeight = 76, gap = 40, laneGap = 20, branchWidth = 88, addSize = 28,
                         actionGap = 36, margin = 32;

    QList<GraphNode> nodes;
    QList<GraphEdge> edges;
    QList<GraphSlot> places;
    QSize size;
};

GraphLayout layoutActions(const std::vector<model::ActionFlow> &flows);

} // namespace tessera::designer
