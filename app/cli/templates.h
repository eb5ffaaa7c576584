// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

#include <QString>

#include "model/base/result.h"

namespace tessera::app {

// A workbook to start from, compiled into the program.
struct Template
{
    QString name; // what `tessera new --template` takes
    QString title;
    QString description;
};

// In the order people see them. Errors: a broken index (a fault of the program).
model::Result<std::vector<Template>> templates();

// The text of a template's workbook. Errors: NotFound for an unknown name; the hint lists the names.
model::Result<std::string> templateText(const QString &name);

} // namespace tessera::app
