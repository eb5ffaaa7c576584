// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>

#include <QWidget>

#include "designer/session/session.h"

namespace tessera::designer {

// The actions of an element or overlay as a graph: the trigger on the left, its effects flowing right in order,
// branches as lanes, one action below another. Every edit is one transaction; selecting a card selects it for the
// inspector. Keys: arrows move between cards, Alt+arrows reorder, Insert adds an effect, Delete removes, Ctrl+D
// duplicates, Space turns an action on or off, Ctrl+plus, minus and 0 zoom.
class ActionGraph : public QWidget
{
    Q_OBJECT

public:
    // `session` outlives the graph. `scope` is Element or Overlay.
    ActionGraph(Session &session, model::Scope scope, model::Key key, QWidget *parent = nullptr);
    ~ActionGraph() override;

    model::Scope scope() const;
    const model::Key &key() const;

Q_SIGNALS:
    void hostGone(); // the element was deleted: close the tab

protected:
    void changeEvent(QEvent *event) override;

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace tessera::designer
