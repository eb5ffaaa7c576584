// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include "designer/inspector/field_view.h"

class QToolButton;

namespace tessera::designer {

// A heading that folds, and the rows below it; the rows are made when the group is first opened.
class FieldGroup : public QWidget
{
    Q_OBJECT

public:
    FieldGroup(FieldContext &context, const QString &title, const QString &help, QWidget *parent);

    // The same rows with present values keep their widgets, others are made again.
    void setRows(std::vector<FieldRow> rows, bool open);
    bool isOpen() const { return m_open; }
    void setOpen(bool open);
    FieldView *find(const std::string &path) const;

Q_SIGNALS:
    void edited();
    void folded(bool open);

private:
    void build();

    FieldContext &m_context;
    QToolButton *m_heading;
    QWidget *m_body = nullptr;
    bool m_open = false;
    std::vector<FieldRow> m_rows;
    QList<FieldView *> m_views;
};

} // namespace tessera::designer
