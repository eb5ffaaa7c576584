// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/templates.h"

#include <QFile>
#include <QStringList>

#include "app/cli/command.h"
#include "model/base/json_text.h"
#include "model/base/text.h"

namespace tessera::app {

namespace {

model::Result<std::string> readResource(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return model::fail(model::ErrorCode::NotFound, Cli::tr("The program has no resource “%1”.").arg(path));
    return file.readAll().toStdString();
}

} // namespace

model::Result<std::vector<Template>> templates()
{
    const auto text = readResource(u":/templates/index.json"_qs);
    const auto json = text ? model::readJson(*text) : model::fail(text.error());
    if (!json)
        return model::fail(json.error());
    std::vector<Template> list;
    for (const model::Json &row : *json) {
        list.push_back({model::toQString(model::stringMember(row, "name")),
                        model::toQString(model::stringMember(row, "title")),
                        model::toQString(model::stringMember(row, "description"))});
    }
    return list;
}

model::Result<std::string> templateText(const QString &name)
{
    const auto known = templates();
    if (!known)
        return model::fail(known.error());
    QStringList names;
    for (const Template &one : *known)
        names << one.name;
    if (!names.contains(name)) {
        return model::fail(model::ErrorCode::NotFound, Cli::tr("There is no template “%1”.").arg(name),
                           Cli::tr("Choose one of: %1.").arg(names.join(u", "_qs)));
    }
    return readResource(u":/templates/"_qs + name + u".yaml"_qs);
}

} // namespace tessera::app
