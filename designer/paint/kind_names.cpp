// SPDX-License-Identifier: GPL-3.0-or-later
#include "designer/paint/kind_names.h"

#include "model/base/text.h"

namespace tessera::designer {

QString kindLabel(const model::Catalogue &, const model::Object &element)
{
    QString words = model::toQString(element.kind()).replace(u'-', u' ');
    if (!words.isEmpty())
        words[0] = words.at(0).toUpper();
    return words;
}

QString kindIcon(const model::Catalogue &, const model::Object &)
{
    return {};
}

} // namespace tessera::designer
