// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/workbook/identity.h"

namespace tessera::model {

std::string idOf(const Json &body)
{
    return stringMember(body, "id");
}

std::string kindOf(const Json &body)
{
    return stringMember(body, "kind");
}

void setId(Json &body, const std::string &id)
{
    body["id"] = id;
}

void setControlId(Json &body, const std::string &handle)
{
    body["controlId"] = handle;
}

Json contentHeader(const Json &contents)
{
    Json header = Json::object();
    for (const char *key : {"schemaVersion", "kind"}) {
        if (const Json *value = member(contents, key))
            header[key] = *value;
    }
    return header;
}

void setName(Json &body, const std::string &name)
{
    const auto slot = body.find("name");
    if (slot == body.end())
        return;
    if (slot->is_string())
        *slot = name;
    else if (member(*slot, "text"))
        (*slot)["text"] = name;
}

void renameActionIds(Json &body, const std::function<std::string(const std::string &)> &fresh)
{
    const auto list = body.find("actions");
    if (list == body.end() || !list->is_array())
        return;
    for (Json &action : *list) {
        if (const std::string id = idOf(action); !id.empty())
            action["id"] = fresh(id);
    }
}

} // namespace tessera::model
