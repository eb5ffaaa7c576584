// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>

#include "model/workbook/workbook.h"

namespace tessera::model {

class Catalogue;

// Bodies copied under fresh identities.
struct FreshCopies
{
    QList<Object> elements;              // in the order asked for
    QHash<std::string, std::string> ids; // element id before -> after
};

// `originals` may come from another workbook; `workbook` is the one the copies go into.
FreshCopies freshCopies(const Workbook &workbook, const Catalogue &catalogue, const QList<Object> &originals);
FreshCopies freshCopies(const Workbook &workbook, const Catalogue &catalogue, const QList<Key> &elements);

} // namespace tessera::model
