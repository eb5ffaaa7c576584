// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <set>
#include <string>
#include <vector>

#include "model/base/json.h"

namespace tessera::model {

// Reads the schemas of an OpenAPI document: references, allOf and oneOf taken apart into plain objects.
class OpenApiReader
{
public:
    explicit OpenApiReader(const Json &document);

    // One object form: its properties by name, in order of appearance, and which of them must be there.
    struct ObjectForm
    {
        std::vector<std::pair<std::string, const Json *>> properties;
        std::set<std::string> required;

        const Json *property(std::string_view name) const;
    };

    bool has(const std::string &schema) const { return m_schemas.contains(schema); }
    const Json *schema(const std::string &name) const; // null when there is none

    // Every form a schema allows. Broken and circular references count as empty.
    std::vector<ObjectForm> forms(const Json &schema) const;
    // Forms anywhere below a schema that have this property.
    std::vector<ObjectForm> formsWith(const Json &schema, const std::string &property) const;

    // The texts a schema allows by `const` or `enum`, also through references and oneOf; empty when any will do.
    std::vector<std::string> values(const Json &schema) const;
    // The schema a chain of references ends at.
    const Json &resolved(const Json &schema) const;

private:
    std::vector<ObjectForm> forms(const Json &schema, std::vector<const Json *> &path) const;
    void search(const Json &schema, const std::string &property, std::set<const Json *> &seen, int depth,
                std::vector<ObjectForm> &found) const;
    void collectValues(const Json &schema, int depth, std::vector<std::string> &out) const;

    std::map<std::string, const Json *, std::less<>> m_schemas;
};

} // namespace tessera::model
