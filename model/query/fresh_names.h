// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <set>
#include <string>

#include "model/formula/lexer.h"

namespace tessera::model::query {

// Gives each column of a relation a name of its own: "Total", then "Total 2".
class FreshNames
{
public:
    std::string fresh(const std::string &name)
    {
        std::string candidate = name;
        for (int i = 2; !m_taken.insert(foldName(candidate)).second; ++i)
            candidate = name + ' ' + std::to_string(i);
        return candidate;
    }

private:
    std::set<std::string> m_taken;
};

} // namespace tessera::model::query
