// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <cstddef>
#include <functional>
#include <map>
#include <vector>

namespace tessera::model {

// Finds circles among things that need each other, looking only at what can be reached from the things asked about
// (Tarjan's strongly connected components). Beyond the limits nothing is followed: circles that far away stay unknown.
template <class Node>
class Circles
{
public:
    using Needs = std::function<std::vector<Node>(const Node &)>;

    explicit Circles(Needs needs, std::size_t most = 2000, int deepest = 400)
        : m_needs(std::move(needs))
        , m_most(most)
        , m_deepest(deepest)
    {
    }

    // Whether the thing needs itself, directly or through others.
    bool contain(const Node &node) { return state(node).circular; }

    // All that need the node and are needed by it, the node among them.
    std::vector<Node> around(const Node &node)
    {
        const int circle = state(node).circle;
        std::vector<Node> all;
        for (const auto &[other, state] : m_states) {
            if (state.circle == circle)
                all.push_back(other);
        }
        return all;
    }

private:
    struct State
    {
        int index = 0;
        int circle = -1; // -1: still open
        bool circular = false;
    };

    const State &state(const Node &node)
    {
        if (!m_states.contains(node))
            visit(node, 0);
        return m_states.at(node);
    }

    // Returns the lowest index that can be reached back to.
    int visit(const Node &node, int depth)
    {
        const int index = static_cast<int>(m_states.size());
        m_states[node].index = index;
        m_open.push_back(node);
        int low = index;
        bool self = false;
        if (depth < m_deepest && m_states.size() < m_most) {
            for (const Node &next : m_needs(node)) {
                self = self || next == node;
                const auto known = m_states.find(next);
                if (known == m_states.end())
                    low = std::min(low, visit(next, depth + 1));
                else if (known->second.circle < 0)
                    low = std::min(low, known->second.index);
            }
        }
        if (low == index)
            close(node, self);
        return low;
    }

    void close(const Node &first, bool self)
    {
        const bool several = m_open.back() != first;
        const int circle = m_states[first].index;
        for (bool last = false; !last; m_open.pop_back()) {
            State &state = m_states[m_open.back()];
            last = m_open.back() == first;
            state.circle = circle;
            state.circular = several || self;
        }
    }

    Needs m_needs;
    std::size_t m_most;
    int m_deepest;
    std::map<Node, State> m_states;
    std::vector<Node> m_open;
};

} // namespace tessera::model
