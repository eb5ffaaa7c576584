// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <QString>

namespace tessera::adapters {

// Names and values are not copied: a hostile file of hundreds of thousands of tags must not take ten times its size.
struct XmlAttribute
{
    std::uint32_t begin = 0; // of the blanks before the name
    std::uint32_t nameBegin = 0;
    std::uint32_t nameEnd = 0;
    std::uint32_t valueBegin = 0; // inside the quotes
    std::uint32_t valueEnd = 0;
};

// One element of an XML text with several roots. Offsets count bytes of that text.
struct XmlElement
{
    std::uint32_t begin = 0;          // `<`
    std::uint32_t nameEnd = 0;        // after the name, which begins behind the `<`
    std::uint32_t tagEnd = 0;         // after the `>` of its start tag
    std::uint32_t closing = 0;        // `<` of its end tag; == tagEnd when self-closing
    std::uint32_t end = 0;            // after its last `>`
    std::uint32_t firstAttribute = 0; // index; its attributes follow each other
    std::uint32_t attributeCount = 0;
    std::int32_t parent = -1;
    bool selfClosing = false;
    std::vector<int> children; // indexes
};

// Where and why reading stopped. What was read before stays, its open elements closed there.
struct XmlProblem
{
    std::size_t offset = 0;
    QString message;
};

struct XmlFragment
{
    std::string_view text;            // must outlive this
    std::vector<XmlElement> elements; // document order
    std::vector<XmlAttribute> attributes;
    std::vector<int> roots;
    std::optional<XmlProblem> problem;
    bool tooLarge = false; // reading stopped at a limit

    std::string_view tag(const XmlElement &element) const { return slice(element.begin + 1, element.nameEnd); }
    std::span<const XmlAttribute> attributesOf(const XmlElement &element) const
    {
        return std::span(attributes).subspan(element.firstAttribute, element.attributeCount);
    }
    const XmlAttribute *attribute(const XmlElement &element, std::string_view name) const; // null: none
    std::string_view name(const XmlAttribute &attribute) const { return slice(attribute.nameBegin, attribute.nameEnd); }
    std::string value(const XmlAttribute &attribute) const; // entities resolved
    std::string_view slice(std::size_t begin, std::size_t end) const { return text.substr(begin, end - begin); }
};

struct XmlLimits
{
    int depth = 60;
    std::size_t elements = 20'000; // a page of Sigma has some hundred
};

// Elements, attributes, comments, a prolog, character and the five named references. Document types, other entities,
// CDATA and text between elements are problems. Linear in the size of the text, which must outlive what is returned.
XmlFragment readXmlFragment(std::string_view text, const XmlLimits &limits = {});

std::string escapeAttribute(std::string_view value);

} // namespace tessera::adapters
