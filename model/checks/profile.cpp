// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/checks/profile.h"

#include <QCoreApplication>

#include "model/base/json_text.h"
#include "model/base/text.h"

namespace tessera::model {

namespace {

struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(OrganisationProfile)
};

Unexpected wrong(const QString &where)
{
    return fail(ErrorCode::Invalid, Tr::tr("The organisation profile is not understood at “%1”.").arg(where),
                Tr::tr("It says true or false for each feature, and for each connection writeAccess and variant."));
}

Result<OrganisationProfile::Connection> readConnection(const std::string &id, const Json &json)
{
    const QString where = QStringLiteral("connections/") + toQString(id);
    if (!json.is_object())
        return wrong(where);
    OrganisationProfile::Connection connection;
    for (const auto &[key, value] : json.items()) {
        if (!value.is_boolean() || (key != "writeAccess" && key != "variant"))
            return wrong(where + u'/' + toQString(key));
        (key == "variant" ? connection.variant : connection.writeAccess) = value.get<bool>();
    }
    return connection;
}

} // namespace

std::optional<bool> OrganisationProfile::has(std::string_view feature) const
{
    const auto found = features.find(feature);
    return found == features.end() ? std::nullopt : std::optional(found->second);
}

const OrganisationProfile::Connection *OrganisationProfile::connection(std::string_view id) const
{
    const auto found = connections.find(id);
    return found == connections.end() ? nullptr : &found->second;
}

Result<OrganisationProfile> readProfile(std::string_view json)
{
    const Result<Json> root = readJson(json);
    if (!root)
        return fail(root.error());
    if (!root->is_object())
        return wrong(QStringLiteral("/"));
    OrganisationProfile profile;
    for (const auto &[section, rows] : root->items()) {
        if (!rows.is_object() || (section != "features" && section != "connections"))
            return wrong(toQString(section));
        for (const auto &[name, value] : rows.items()) {
            if (section == "features") {
                if (!value.is_boolean())
                    return wrong(QStringLiteral("features/") + toQString(name));
                profile.features[name] = value.get<bool>();
                continue;
            }
            auto connection = readConnection(name, value);
            if (!connection)
                return fail(connection.error());
            profile.connections[name] = *connection;
        }
    }
    return profile;
}

} // namespace tessera::model
