// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/fuzz/entries.h"

#include <cstdio>
#include <cstdlib>

#include "adapters/codec/layout_xml.h"
#include "adapters/codec/workbook_file.h"
#include "model/workbook/invariants.h"

namespace tessera::fuzz {

using namespace adapters;

namespace {

void require(bool held, const char *promise)
{
    if (held)
        return;
    std::fprintf(stderr, "broken promise: %s\n", promise);
    std::abort();
}

void takeWorkbook(const std::string &bytes, const QString &path)
{
    const auto loaded = readWorkbook(bytes, path);
    if (!loaded) {
        require(!loaded.error().message.isEmpty(), "an error says something");
        return;
    }
    require(model::checkInvariants(loaded->workbook).isEmpty(), "a workbook in memory is sound");
    const auto saved = saveWorkbook(loaded->workbook, *loaded);
    require(saved && *saved == bytes, "saving what nobody changed writes the same bytes");
    for (const Envelope envelope : {Envelope::Contents, Envelope::Document, Envelope::Flat}) {
        for (const Format format : {Format::Yaml, Format::Json}) {
            const auto converted = convertWorkbook(*loaded, {format, envelope, false});
            require(converted && readWorkbook(*converted).has_value(), "a conversion can be read");
        }
    }
    const auto formatted = formatWorkbook(*loaded);
    require(formatted.has_value(), "a workbook can be formatted");
    const auto again = readWorkbook(*formatted, path);
    require(again.has_value(), "canonical text can be read");
    require(formatWorkbook(*again).value() == *formatted, "formatting twice changes nothing");
}

} // namespace

void takeYaml(const std::string &bytes)
{
    takeWorkbook(bytes, QStringLiteral("fuzz.yaml"));
}

void takeJson(const std::string &bytes)
{
    takeWorkbook(bytes, QStringLiteral("fuzz.json"));
}

void takeLayout(const std::string &bytes)
{
    const LayoutRead read = takeLayoutApart(bytes);
    if (!read.source->xml.problem)
        require(mergeLayoutXml(read.tree, *read.source, LayoutTags::AsSource) == bytes, "an unchanged layout keeps its bytes");
    const std::string written = writeLayoutXml(read.tree);
    const auto again = readLayoutXml(written);
    require(again.has_value(), "a written layout can be read");
    require(writeLayoutXml(*again) == written, "a written layout says the same");
    const std::string formatted = formatLayoutXml(*read.source);
    const LayoutRead twice = takeLayoutApart(formatted);
    require(formatLayoutXml(*twice.source) == formatted, "formatting twice changes nothing");
}

} // namespace tessera::fuzz
