// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSet>
#include <QWidget>

#include "designer/inspector/field_row.h"

class QLabel;
class QPushButton;
class QVBoxLayout;

namespace tessera::designer {

class FieldEditor;
class InspectorModel;

// What all rows of one inspector share.
struct FieldContext
{
    InspectorModel &model;
    QSet<std::string> open; // rows folded out, by space and path
    bool updating = false;  // the document is changing under an edit; views are refreshed once, afterwards
};

// One row: dot, label, editor, and below it a problem and the rows inside, made when folded out.
class FieldView : public QWidget
{
    Q_OBJECT

public:
    FieldView(FieldContext &context, FieldRow row, int depth, QWidget *parent);
    ~FieldView() override;

    const FieldRow &row() const { return m_row; }
    void setRow(FieldRow row); // the same path with present values
    bool isOpen() const;
    void setOpen(bool open);
    FieldView *find(const std::string &path); // this row or one inside it that is shown, the deepest on the way
    void focusEditor();
    QWidget *editorWidget() const;

Q_SIGNALS:
    void edited(); // something was committed

protected:
    void contextMenuEvent(QContextMenuEvent *event) override;

private:
    class Line;
    friend class Line;

    void build();
    QWidget *makeField();
    void addFoldField(QWidget *field);
    void addTools(QWidget *field);
    void present();
    void refreshProblem();
    void refreshChildren();
    void addToList();
    void apply(const std::function<bool()> &edit);
    std::string openKey() const;

    FieldContext &m_context;
    FieldRow m_row;
    int m_depth;
    Line *m_line = nullptr;
    FieldEditor *m_editor = nullptr; // null: only a summary
    QPushButton *m_summary = nullptr;
    QLabel *m_problem = nullptr;
    QWidget *m_inside = nullptr;
    QVBoxLayout *m_layout;
    QList<FieldView *> m_children;
};

} // namespace tessera::designer
