// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QIcon>
#include <QString>

#include "model/change/change.h"
#include "model/schema/catalogue.h"

namespace tessera::designer {

// How a thing of the workbook is called and drawn in lists.
struct KindLook
{
    QString label; // of its kind: "Bar chart", "Page"; the wire name where the catalogue does not know it
    QString iconName;
};

KindLook kindLook(const model::Catalogue &catalogue, model::Scope scope, const model::Object &object);

// Its own name, else "Bar chart" and its id, so that no line is ever empty.
QString titleOf(const model::Catalogue &catalogue, model::Scope scope, const model::Object &object);

} // namespace tessera::designer
