// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <QString>

namespace tessera::adapters {

struct XmlAttribute
{
    std::string name;
    std::string value; // entities resolved
    std::uint32_t valueBegin = 0; // inside the quotes
    std::uint32_t valueEnd = 0;
    std::uint32_t begin = 0; // of the blanks before the name
};

// One element of an XML text with several roots. Offsets count bytes of that text.
struct XmlElement
{
    std::string tag;
    std::vector<XmlAttribute> attributes;
    std::uint32_t begin = 0;    // `<`
    std::uint32_t tagEnd = 0;   // after the `>` of its start tag
    std::uint32_t closing = 0;  // `<` of its end tag; == tagEnd when self-closing
    std::uint32_t end = 0;      // after its last `>`
    int parent = -1;
    std::vector<int> children; // indexes
    bool selfClosing = false;

    const XmlAttribute *attribute(std::string_view name) const;
};

// Where and why reading stopped. What was read before stays, its open elements closed there.
struct XmlProblem
{
    std::size_t offset = 0;
    QString message;
};

struct XmlFragment
{
    std::vector<XmlElement> elements; // document order
    std::vector<int> roots;
    std::optional<XmlProblem> problem;
    bool hasProlog = false;
};

struct XmlLimits
{
    int depth = 60;
    std::size_t elements = 250'000;
};

// Elements, attributes, comments, a prolog, character and the five named references. Document types, other entities,
// CDATA and text between elements are problems. Linear in the size of the text.
XmlFragment readXmlFragment(std::string_view text, const XmlLimits &limits = {});

std::string escapeAttribute(std::string_view value);

} // namespace tessera::adapters
