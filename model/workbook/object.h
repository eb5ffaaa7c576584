// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <memory>
#include <string>

#include "model/base/json.h"

namespace tessera::model {

// How a thing is found inside the document. Equal to its wire id, unless that is missing or already taken (a broken
// file still opens): then a unique stand-in such as "chart#2". Never changes while the object lives.
using Key = std::string;

// One entry of the lists a workbook keeps: an element, page, overlay or panel. `body` is exactly what stands on the
// wire, `id`, `kind` and unknown keys included, in the order they came. Immutable and shared, so copies are cheap.
class Object
{
public:
    Object() = default;
    Object(Key key, Json body);
    // A body that lies inside something larger, such as the file it was read from: nothing is copied, and that lives
    // on.
    static Object within(Key key, std::shared_ptr<const Json> body);

    const Key &key() const { return m_data->key; }
    const std::string &id() const { return m_data->id; }     // wire id, "" when missing
    const std::string &kind() const { return m_data->kind; } // `kind` of an element, `type` of a page, overlay or panel
    const Json &body() const { return *m_data->body; }

    // The display name: `name` as text or `name.text`, else `title`, else "". Formulas refer to elements by it.
    std::string name() const;

    Object withBody(Json body) const { return Object(key(), std::move(body)); }

    bool operator==(const Object &other) const;

private:
    struct Data;
    explicit Object(std::shared_ptr<const Data> data) : m_data(std::move(data)) {}

    struct Data
    {
        Data(Key itsKey, std::shared_ptr<const Json> itsBody);

        Key key;
        std::string id;
        std::string kind;
        std::shared_ptr<const Json> body;
    };
    std::shared_ptr<const Data> m_data;
};

} // namespace tessera::model
