// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>

#include "model/workbook/workbook.h"

namespace tessera::model {

// A sentence about an effect or a condition, in pieces so that names can stand out.
struct Phrase
{
    struct Part
    {
        QString text;
        bool isName = false;     // names a thing of the workbook or a value
        bool isDangling = false; // refers to something that is not there
        bool operator==(const Part &) const = default;
    };
    QList<Part> parts;

    QString text() const;
    bool isDangling() const;
};

// What an effect does, ids resolved to names: "Set Region to West", "Open New order". `host` is the element or overlay
// that owns the action. An effect whose target is not chosen yet says so; an unknown effect gives its wire name.
Phrase effectPhrase(const Workbook &workbook, const Object &host, const Json &effect);

// When a condition holds: "Region is West". Empty for a missing or empty condition.
Phrase conditionPhrase(const Workbook &workbook, const Object &host, const Json &condition);

} // namespace tessera::model
