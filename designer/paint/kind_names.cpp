// SPDX-License-Identifier: GPL-3.0-or-later
#include "designer/paint/kind_names.h"

#include "model/base/text.h"
#include "model/schema/catalogue.h"

namespace tessera::designer {

QString kindLabel(const model::Catalogue &catalogue, const model::Object &element)
{
    const model::KindSpec *spec = catalogue.kindOf(model::Scope::Element, element.body());
    if (spec && !spec->label.isEmpty())
        return spec->label;
    QString words = model::toQString(element.kind()).replace(u'-', u' ');
    if (!words.isEmpty())
        words[0] = words.at(0).toUpper();
    return words;
}

QString kindIcon(const model::Catalogue &catalogue, const model::Object &element)
{
    const model::KindSpec *spec = catalogue.kindOf(model::Scope::Element, element.body());
    return spec ? spec->icon : QString();
}

} // namespace tessera::designer
