// SPDX-License-Identifier: GPL-3.0-or-later
#include "adapters/codec/envelope_reader.h"
#include "adapters/codec/layout_xml.h"
#include "adapters/codec/merge_printer.h"
#include "adapters/codec/modernize.h"
#include "adapters/codec/wire.h"
#include "adapters/codec/yaml_reader.h"
#include "model/base/json_text.h"

namespace tessera::adapters {

namespace {

bool readsBackAs(const std::string &text, const model::Json &wanted, Format format)
{
    const auto back = format == Format::Json ? readJsonSource(text) : readYaml(text);
    return back && (*back)->value() == wanted;
}

std::string freshText(const model::Json &value, Format format)
{
    return format == Format::Json ? model::writeJson(value, 2) + "\n" : writeYaml(value);
}

// Every merged text is read again before it is handed out: an alias whose anchor changed, or a form the printer did not
// foresee, costs style and never content.
std::string mergedText(const Piece &wire, const LoadedWorkbook &original, bool canonical)
{
    const SourceDocument &document = original.sources->document();
    const model::Json wanted = toJson(wire);
    const bool restyleFlow = canonical && isFlowCollection(document.node(document.root()).style);
    for (const bool expand : {false, true}) {
        if (restyleFlow)
            break;
        MergeOptions options;
        options.canonical = canonical;
        options.expandAliases = expand;
        std::string text = mergeText(wire, document, options);
        if (text == document.text() || readsBackAs(text, wanted, original.format))
            return text;
    }
    return freshText(wanted, original.format);
}

model::Result<Piece> wireFor(const model::Workbook &workbook, const LoadedWorkbook &original, Envelope envelope,
                             bool keepShape, std::string layout)
{
    WireRequest request;
    request.envelope = envelope;
    request.original = &original;
    request.keepShape = keepShape;
    request.layout = std::move(layout);
    return buildWire(workbook, request);
}

} // namespace

std::string layoutTextFor(const model::Workbook &workbook, const LoadedWorkbook *original, bool legacyTags,
                          bool keepTags)
{
    const LayoutSource *source = original ? original->sources->layoutSource() : nullptr;
    const bool unchanged = original && workbook.layout == original->workbook.layout;
    if (!source)
        return unchanged && keepTags ? std::string() : writeLayoutXml(workbook.layout, legacyTags);
    if (unchanged && (keepTags || source->xml.problem))
        return std::string(source->xml.text);
    const LayoutTags tags = keepTags ? LayoutTags::AsSource : legacyTags ? LayoutTags::Legacy : LayoutTags::Current;
    return mergeLayoutXml(workbook.layout, *source, tags);
}

model::Result<std::string> saveWorkbook(const model::Workbook &workbook, const LoadedWorkbook &original)
{
    if (workbook == original.workbook)
        return original.text;
    const bool flat = original.envelope == Envelope::Flat;
    auto wire = wireFor(workbook, original, original.envelope, true, layoutTextFor(workbook, &original, flat, true));
    if (!wire)
        return model::fail(wire.error());
    return mergedText(*wire, original, false);
}

model::Result<std::string> convertWorkbook(const LoadedWorkbook &original, const WriteOptions &options)
{
    const model::Workbook workbook =
        options.modernize ? modernizeWorkbook(original.workbook).workbook : original.workbook;
    const bool flat = options.envelope == Envelope::Flat;
    auto wire = wireFor(workbook, original, options.envelope, false, layoutTextFor(workbook, &original, flat, false));
    if (!wire)
        return model::fail(wire.error());
    if (options.format != original.format)
        return freshText(toJson(*wire), options.format);
    return mergedText(*wire, original, false);
}

model::Result<std::string> formatWorkbook(const LoadedWorkbook &original)
{
    const LayoutSource *source = original.sources->layoutSource();
    auto wire = wireFor(original.workbook, original, original.envelope, true,
                        source ? formatLayoutXml(*source) : std::string());
    if (!wire)
        return model::fail(wire.error());
    if (original.format == Format::Json)
        return freshText(toJson(*wire), Format::Json);
    return mergedText(*wire, original, true);
}

} // namespace tessera::adapters
