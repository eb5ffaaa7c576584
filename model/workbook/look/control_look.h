// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include <QStringList>

#include "model/workbook/look/style_look.h"

namespace tessera::model {

struct ControlLook
{
    std::string type;     // list, segmented, text …
    QString label;        // its name, else its handle
    QStringList options;  // labels of configured values (manual lists), in order
    QStringList selected; // configured values, by their labels
    bool manual = false;  // options are configured here, not read from a column
    bool multiple = false;
    bool exclude = false;
    QString value;                          // text of a single value; of a date range its sentence: "Last 6 months"
    QString low, high;                      // bounds of a slider or range
    double position = 0.5, positionEnd = 1; // of the handles, 0 … 1
    double step = 0;                        // of a slider, 0: any
    std::vector<std::string> categories;    // drill: column ids, outermost first
    bool on = false;                        // checkbox, switch
    QString mode;                           // operator shown beside the value: "=", "contains"
    bool showsMode = false;
    bool clearLabel = true; // segmented
    QString placeholder;    // in an empty field of a form
};
ControlLook controlLookOf(const Workbook &workbook, const Object &control);

} // namespace tessera::model
