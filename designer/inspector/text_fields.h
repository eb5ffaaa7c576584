// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLineEdit>
#include <QPlainTextEdit>

#include "designer/inspector/field_editor.h"

namespace tessera::designer {

// One line: text, links, dates, formulas, numbers. Commits on Enter and when the focus leaves; Escape takes the typing
// back.
class LineField : public QLineEdit, public FieldEditor
{
    Q_OBJECT

public:
    explicit LineField(QWidget *parent);

    QWidget *widget() override { return this; }
    void present(const FieldRow &row) override;

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    void finish();
    void step(int steps);
    QString refusal(const QString &text, std::optional<model::Json> &value) const; // "" when fine

    FieldRow m_row;
    QString m_shown;
};

// Several lines: paragraphs, Markdown, SQL, and the text form of values nothing else can edit.
class ParagraphField : public QPlainTextEdit, public FieldEditor
{
    Q_OBJECT

public:
    explicit ParagraphField(QWidget *parent);

    QWidget *widget() override { return this; }
    void present(const FieldRow &row) override;

protected:
    void focusOutEvent(QFocusEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void finish();

    FieldRow m_row;
    QString m_shown;
};

} // namespace tessera::designer
