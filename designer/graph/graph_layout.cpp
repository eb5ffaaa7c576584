// SPDX-License-Identifier: GPL-3.0-or-later
#include "designer/graph/graph_layout.h"

#include <algorithm>

namespace tessera::designer {

using model::ActionFlow;
using model::FlowBranch;
using model::FlowStep;

namespace {

using L = GraphLayout;

// Lays one action out; every list runs to the right, branches of a decision lie below one another.
class Builder
{
public:
    Builder(GraphLayout &out, int action) : m_out(out), m_action(action) {}

    // Gives the lowest y used.
    int addAction(const ActionFlow &flow, int y)
    {
        const QRect card(L::margin, y, L::cardWidth, L::cardHeight);
        m_out.nodes.append({GraphNode::Kind::Trigger, card, flow.path, m_action, {}, 0, {}});
        int bottom = card.bottom();
        addSteps(flow.steps, flow.effectsPath, {rightOf(card)}, card.right() + 1, y, bottom);
        return bottom;
    }

private:
    static QPoint rightOf(const QRect &rect) { return {rect.right() + 1, rect.center().y()}; }
    static QPoint leftOf(const QRect &rect) { return {rect.left(), rect.center().y()}; }

    void connect(const QList<QPoint> &from, const QRect &to)
    {
        for (const QPoint &end : from)
            m_out.edges.append({end, leftOf(to), m_action});
    }

    // `ends`: what flows into the first step. Returns what flows out of the last, and moves `x` behind it.
    QList<QPoint> addSteps(const std::vector<FlowStep> &steps, const std::string &list, QList<QPoint> ends, int x,
                           int y, int &bottom, int *right = nullptr)
    {
        int index = 0;
        for (const FlowStep &step : steps) {
            const QRect card(x + L::gap, y, L::cardWidth, L::cardHeight);
            connect(ends, card);
            m_out.places.append({{x + L::gap / 2, card.center().y()}, list, index});
            m_out.nodes.append({GraphNode::Kind::Effect, card, step.path, m_action, list, index++, {}});
            bottom = std::max(bottom, card.bottom());
            x = card.right() + 1;
            ends = {rightOf(card)};
            if (!step.branches.empty())
                ends = addBranches(step, rightOf(card), x, y, bottom);
        }
        const QRect add(x + L::gap, y + (L::cardHeight - L::addSize) / 2, L::addSize, L::addSize);
        connect(ends, add);
        m_out.places.append({{x + L::gap / 2, add.center().y()}, list, index});
        m_out.nodes.append({GraphNode::Kind::Add, add, list, m_action, list, index, {}});
        m_out.size = m_out.size.expandedTo({add.right() + L::margin, bottom + L::margin});
        if (right)
            *right = add.right() + 1;
        return {rightOf(add)};
    }

    QList<QPoint> addBranches(const FlowStep &step, QPoint from, int &x, int y, int &bottom)
    {
        QList<QPoint> ends;
        int laneTop = y;
        int widest = x;
        for (const FlowBranch &branch : step.branches) {
            const QRect label(x + L::gap, laneTop + (L::cardHeight - L::addSize) / 2, L::branchWidth, L::addSize);
            m_out.edges.append({from, leftOf(label), m_action});
            m_out.nodes.append(
                {GraphNode::Kind::Branch, label, branch.path, m_action, branch.effectsPath, 0, branch.kind});
            int laneBottom = laneTop + L::cardHeight;
            int right = 0;
            ends += addSteps(branch.steps, branch.effectsPath, {rightOf(label)}, label.right() + 1, laneTop, laneBottom,
                             &right);
            widest = std::max(widest, right);
            bottom = std::max(bottom, laneBottom);
            laneTop = laneBottom + L::laneGap;
        }
        x = widest;
        return ends;
    }

    GraphLayout &m_out;
    int m_action;
};

} // namespace

GraphLayout layoutActions(const std::vector<ActionFlow> &flows)
{
    GraphLayout out;
    int y = L::margin;
    for (std::size_t i = 0; i < flows.size(); ++i) {
        const int bottom = Builder(out, static_cast<int>(i)).addAction(flows[i], y);
        y = bottom + 1 + L::actionGap;
    }
    out.size = out.size.expandedTo({0, y - L::actionGap + L::margin});
    return out;
}

} // namespace tessera::designer
