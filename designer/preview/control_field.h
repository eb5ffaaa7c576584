// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <optional>

#include <QPushButton>
#include <QWidget>

#include "designer/paint/live_control.h"

namespace tessera::designer {

// What a control shows at the moment.
struct ControlState
{
    model::ControlLook look;                        // with the value it holds
    std::vector<ControlOption> options;             // what it offers
    std::optional<model::query::ControlValue> held; // none: as the workbook says
    std::optional<model::Moment> today;
};

// A control of the workbook as a working widget. It shows a state and says what a person chose; whoever owns it decides
// what happens then and shows the new state.
class ControlField : public QWidget
{
    Q_OBJECT

public:
    using QWidget::QWidget;
    virtual void show(const ControlState &state) = 0;

Q_SIGNALS:
    // None: back to what the workbook says.
    void chosen(const std::optional<tessera::model::query::ControlValue> &value);

protected:
    void choose(model::query::ControlValue value) { Q_EMIT chosen(std::move(value)); }
    void chooseOne(model::Value value);
    void keepFocusHere(QWidget *child); // Tab comes to the child
};

// By control type; unknown types show their value and cannot be changed.
ControlField *makeControlField(const std::string &type, QWidget *parent);

// A button that opens a small panel below itself.
class PopupButton : public QPushButton
{
    Q_OBJECT

public:
    explicit PopupButton(QWidget *parent = nullptr);
    // Makes the panel's content each time it opens.
    void setContent(std::function<QWidget *(QWidget *panel)> make) { m_make = std::move(make); }
    QWidget *panel() const { return m_panel; } // null while it is closed
    void open();
    void close();

Q_SIGNALS:
    void closed();

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    std::function<QWidget *(QWidget *)> m_make;
    QWidget *m_panel = nullptr;
};

ControlField *makeListField(QWidget *parent);
ControlField *makeHierarchyField(QWidget *parent);
ControlField *makeFileField(QWidget *parent);
ControlField *makeSegmentField(QWidget *parent);
ControlField *makeLegendField(QWidget *parent);
ControlField *makeDrillField(QWidget *parent);
ControlField *makeTextField(bool tall, QWidget *parent);
ControlField *makeNumberField(QWidget *parent);
ControlField *makeNumberRangeField(QWidget *parent);
ControlField *makeTopField(QWidget *parent);
ControlField *makeDateField(QWidget *parent);
ControlField *makeDateRangeField(QWidget *parent);
ControlField *makeCheckField(bool asSwitch, QWidget *parent);
ControlField *makeSliderField(bool range, QWidget *parent);
ControlField *makeInertField(QWidget *parent);

} // namespace tessera::designer
