// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCheckBox>
#include <QComboBox>

#include "designer/inspector/field_editor.h"
#include "model/names/reference_candidates.h"

class QLabel;
class QToolButton;

namespace tessera::designer {

class CheckField : public QCheckBox, public FieldEditor
{
    Q_OBJECT

public:
    explicit CheckField(QWidget *parent);
    QWidget *widget() override { return this; }
    void present(const FieldRow &row) override;
};

// One of a few named values; fields that may stay unset offer that first.
class ChoiceField : public QComboBox, public FieldEditor
{
    Q_OBJECT

public:
    ChoiceField(bool open, QWidget *parent);
    QWidget *widget() override { return this; }
    void present(const FieldRow &row) override;

protected:
    void wheelEvent(QWheelEvent *event) override; // scrolls the panel, never the value

private:
    void offer(const QStringList &labels, const QStringList &helps);
    void finishTyping();

    FieldRow m_row;
    QStringList m_labels, m_helps; // of the items
};

// Two or three values side by side; a click on the chosen one goes back to the default.
class SegmentsField : public QWidget, public FieldEditor
{
    Q_OBJECT

public:
    SegmentsField(const FieldRow &row, QWidget *parent);
    QWidget *widget() override { return this; }
    void present(const FieldRow &row) override;
    static bool suits(const FieldRow &row);

private:
    void choose(int index);

    FieldRow m_row;
    QList<QToolButton *> m_buttons;
    std::vector<model::Json> m_values;
};

// A swatch that opens the colour dialog, and the value as text.
class ColorField : public QWidget, public FieldEditor
{
    Q_OBJECT

public:
    explicit ColorField(QWidget *parent);
    QWidget *widget() override { return this; }
    void present(const FieldRow &row) override;

private:
    void pick();

    FieldRow m_row;
    QToolButton *m_swatch;
    class LineField *m_line;
};

// Picks something of the workbook by name: typing narrows the list. A name that is not there shows in danger colour.
class ReferenceField : public QComboBox, public FieldEditor
{
    Q_OBJECT

public:
    ReferenceField(const InspectorModel &model, QWidget *parent);
    QWidget *widget() override { return this; }
    void present(const FieldRow &row) override;
    void showPopup() override;

protected:
    void wheelEvent(QWheelEvent *event) override;

private:
    void fill();
    void finishTyping();
    void take(const model::Json &value);

    const InspectorModel &m_model;
    FieldRow m_row;
    std::vector<model::ReferenceCandidate> m_candidates;
    bool m_filled = false; // the list holds the candidates
    QString m_shown;
};

// The form of a union whose value has rows of its own.
class VariantField : public QComboBox, public FieldEditor
{
    Q_OBJECT

public:
    explicit VariantField(QWidget *parent);
    QWidget *widget() override { return this; }
    void present(const FieldRow &row) override;

    std::function<void(const model::VariantSpec &)> chooseVariant;

protected:
    void wheelEvent(QWheelEvent *event) override;

private:
    FieldRow m_row;
    std::vector<const model::VariantSpec *> m_variants;
};

} // namespace tessera::designer
