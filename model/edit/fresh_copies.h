// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>

#include "model/workbook/workbook.h"

namespace tessera::model {

class Catalogue;

// Bodies copied under fresh identities.
struct FreshCopies
{
    QList<Object> elements;                 // in the order asked for
    QHash<std::string, std::string> ids;    // element id before -> after
};

FreshCopies freshCopies(const Workbook &workbook, const Catalogue &catalogue, const QList<Key> &elements);

} // namespace tessera::model
