// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include "designer/graph/graph_layout.h"
#include "designer/session/session.h"
#include "model/edit/action_edit.h"
#include "model/workbook/action_words.h"

namespace tessera::designer {

// What a card says; a value, so that it can be tested without a widget.
struct CardText
{
    QString icon;
    QString caption; // "Set control value", "When clicked"
    model::Phrase sentence;
    QString problem; // "" when all is well
    bool enabled = true;
    bool isDecision = false;
};

// The actions of one host as a graph shows and edits them: flow, places and words, without widgets.
class GraphScene
{
public:
    GraphScene(Session &session, model::ActionHost host);

    void refresh();

    const model::ActionHost &host() const { return m_host; }
    const model::Object *object() const; // null: deleted
    QString title() const;
    std::vector<std::string> triggers() const; // what fires on this kind; empty: it cannot have actions
    QString triggerLabel(const std::string &trigger) const;
    QString whyNoActions() const; // "" when it can

    const std::vector<model::ActionFlow> &flows() const { return m_flows; }
    const GraphLayout &layout() const { return m_layout; }
    CardText textOf(const GraphNode &node) const;
    const GraphNode *find(const std::string &path) const; // of a trigger, effect or branch
    // The nearest card beyond `from` in a direction (dx, dy each -1, 0 or 1), null when there is none.
    const GraphNode *neighbour(const GraphNode &from, int dx, int dy) const;
    // The slot nearest to a point where the card at `moving` may go; null: none.
    const GraphSlot *slotAt(QPoint at, const std::string &moving) const;

    // Edits; each commits one transaction and gives the path to stand on afterwards, "" when nothing happened.
    std::string addAction(const std::string &trigger);
    std::string addEffect(const std::string &list, int index, const std::string &effect);
    std::string duplicate(const GraphNode &node);
    std::string remove(const GraphNode &node);
    std::string move(const std::string &path, const std::string &list, int index);
    std::string step(const GraphNode &node, int dx, int dy); // reorder by keys
    std::string toggle(int action);
    std::string setTrigger(int action, const std::string &trigger);
    std::string addBranch(const GraphNode &node, model::FlowBranch::Kind kind);

private:
    std::string commit(model::Result<model::PlacedEdit> edit);
    std::string commit(model::Result<model::Transaction> edit, std::string path);
    std::string stepToLane(const GraphNode &node, int dy);
    QString problemAt(const std::string &path, bool below) const;

    Session &m_session;
    model::ActionHost m_host;
    std::vector<model::ActionFlow> m_flows;
    GraphLayout m_layout;
};

} // namespace tessera::designer
