// SPDX-License-Identifier: GPL-3.0-or-later
#include "designer/panels/kind_look.h"

#include <QCoreApplication>

#include "designer/style/icon.h"
#include "model/base/text.h"

namespace tessera::designer {

namespace {

QString fallbackIcon(model::Scope scope)
{
    switch (scope) {
    case model::Scope::Page:
        return QStringLiteral("layout-dashboard");
    case model::Scope::Overlay:
        return QStringLiteral("picture-in-picture-2");
    case model::Scope::Panel:
        return QStringLiteral("panel-top");
    default:
        return QStringLiteral("box");
    }
}

} // namespace

KindLook kindLook(const model::Catalogue &catalogue, model::Scope scope, const model::Object &object)
{
    KindLook look{model::toQString(object.kind()), fallbackIcon(scope)};
    if (const model::KindSpec *spec = catalogue.kindOf(scope, object.body())) {
        look.label = spec->label;
        if (hasIcon(spec->icon))
            look.iconName = spec->icon;
    }
    return look;
}

QString titleOf(const model::Catalogue &catalogue, model::Scope scope, const model::Object &object)
{
    if (const QString name = model::toQString(object.name()).trimmed(); !name.isEmpty())
        return name;
    const QString id = model::toQString(object.id());
    const QString label = kindLook(catalogue, scope, object).label;
    return id.isEmpty() ? label : QStringLiteral("%1 · %2").arg(label, id);
}

} // namespace tessera::designer
