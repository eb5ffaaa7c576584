// SPDX-License-Identifier: GPL-3.0-or-later
#include "designer/formula/template_place.h"

#include <algorithm>
#include <charconv>

#include "model/formula/template_scanner.h"

namespace tessera::designer {

namespace {

std::vector<model::TemplatePart> partsOf(const std::string &text)
{
    std::vector<model::TemplatePart> parts = model::scanTemplates(text);
    std::erase_if(parts, [](const model::TemplatePart &part) { return !part.closed; });
    return parts;
}

} // namespace

std::string templatePlace(const std::string &textPath, int number)
{
    return textPath + "{{" + std::to_string(number) + "}}";
}

std::string textPathOf(const std::string &place)
{
    return templateNumber(place) < 0 ? place : place.substr(0, place.rfind("{{"));
}

int templateNumber(const std::string &place)
{
    const std::size_t open = place.rfind("{{");
    if (open == std::string::npos || !place.ends_with("}}"))
        return -1;
    int number = -1;
    std::from_chars(place.data() + open + 2, place.data() + place.size() - 2, number);
    return number;
}

int templateCount(const std::string &text)
{
    return static_cast<int>(partsOf(text).size());
}

std::optional<model::ByteRange> templateFormula(const std::string &text, int number)
{
    const auto parts = partsOf(text);
    if (number < 0 || number >= static_cast<int>(parts.size()))
        return std::nullopt;
    return parts[static_cast<std::size_t>(number)].formula;
}

} // namespace tessera::designer
