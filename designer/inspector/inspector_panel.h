// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>

#include <QWidget>

#include "designer/session/session.h"

namespace tessera::designer {

// What is selected, field by field, in tabs Data · Format · Filters · Actions; the workbook itself when nothing is. All
// of it is generated from the schema catalogue. Every edit is one transaction.
class InspectorPanel : public QWidget
{
    Q_OBJECT

public:
    // `session` outlives the panel.
    explicit InspectorPanel(Session &session, QWidget *parent = nullptr);
    ~InspectorPanel() override;

    // Scrolls to the field a path leads to, opening what hides it, and gives it the focus. The path counts from the
    // body of the selected object.
    void reveal(const std::string &path);
    void focusSearch();

Q_SIGNALS:
    // F1 on a field: the window shows its place in the reference (page "elements/bar-chart", key "stacking").
    void helpRequested(const QString &page, const QString &field);

protected:
    void changeEvent(QEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace tessera::designer
