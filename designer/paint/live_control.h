// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "designer/paint/sketch.h"
#include "model/workbook/look/control_look.h"

namespace tessera::designer {

// A member of a control's list.
struct ControlOption
{
    model::Value value;
    QString label;
    std::int64_t count = -1; // rows that have it, -1: nobody counted
};
// What a control offers: its configured values, else those its source has. Empty while nobody knows.
std::vector<ControlOption> controlOptions(const model::Workbook &workbook, const model::Object &control,
                                          const model::query::ElementRows *rows);

// What a control holds now: what the reader chose, else what the workbook says. Null: nothing.
const model::query::ControlValue *heldValue(const model::Object &control, const model::query::RowsSource *rows);

// The look of a control with the value it holds.
model::ControlLook liveControlLook(const model::Workbook &workbook, const model::Object &control,
                                   const model::query::RowsSource *source, const model::query::ElementRows *rows);

// Where a control's label and its field stand in its card, for painting and for widgets. The label is empty where the
// field says it itself, where it is hidden, and where there is no room for it.
struct ControlPlaces
{
    QRect label, field;
};
ControlPlaces controlPlaces(const model::Object &control, const model::ControlLook &look, const QRect &card);

// Words for a value of a control: days without a time, whole numbers without a point.
QString controlWords(const model::Value &value);

} // namespace tessera::designer
