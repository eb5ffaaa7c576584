// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/workbook/object.h"

namespace tessera::model {

Object::Object(Key key, Json body)
{
    Data data;
    data.id = stringMember(body, "id");
    data.kind = stringMember(body, "kind");
    if (data.kind.empty())
        data.kind = stringMember(body, "type");
    data.key = std::move(key);
    data.body = std::move(body);
    m_data = std::make_shared<const Data>(std::move(data));
}

std::string Object::name() const
{
    if (const Json *name = member(body(), "name"))
        return name->is_object() ? stringMember(*name, "text") : stringOf(*name);
    return stringMember(body(), "title");
}

bool Object::operator==(const Object &other) const
{
    return m_data == other.m_data || (key() == other.key() && body() == other.body());
}

} // namespace tessera::model
