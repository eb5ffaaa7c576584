// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/workbook/object.h"

namespace tessera::model {

Object::Data::Data(Key itsKey, std::shared_ptr<const Json> itsBody) : key(std::move(itsKey)), body(std::move(itsBody))
{
    id = stringMember(*body, "id");
    kind = stringMember(*body, "kind");
    if (kind.empty())
        kind = stringMember(*body, "type");
}

Object::Object(Key key, Json body) : Object(within(std::move(key), std::make_shared<const Json>(std::move(body)))) {}

Object Object::within(Key key, std::shared_ptr<const Json> body)
{
    return Object(std::make_shared<const Data>(std::move(key), std::move(body)));
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
