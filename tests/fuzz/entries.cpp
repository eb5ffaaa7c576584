// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/fuzz/entries.h"

#include <algorithm>
#include <cstdio>
#include <cstdlib>

#include "adapters/codec/layout_xml.h"
#include "adapters/codec/workbook_file.h"
#include "adapters/package/package.h"
#include "model/base/text.h"
#include "model/change/apply.h"
#include "model/checks/checker.h"
#include "model/formula/lexer.h"
#include "model/formula/parser.h"
#include "model/formula/printer.h"
#include "model/formula/template_scanner.h"
#include "model/names/rename.h"
#include "model/schema/catalogue.h"
#include "model/table/memory_row_store.h"
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

// A small workbook whose text element has these bytes as its body.
model::Workbook workbookWithText(const std::string &body)
{
    static const model::Workbook base = readWorkbook(R"yaml(name: Fuzz
folderId: 11111111-2222-3333-4444-555555555555
contents:
  schemaVersion: 1
  kind: workbook
  pages: [{id: page, name: Page}]
  elements:
    - {id: base, kind: table, name: Base, source: {kind: warehouse-table, connectionId: c, path: [T]}, columns: [{id: a, name: A, formula: '[T/A]'}]}
    - {id: ctl, kind: control, controlId: pA, controlType: text, name: A, mode: equals, case: insensitive, includeNulls: always, showOperators: false}
    - {id: text, kind: text, body: ''}
  layout: |-
    <Page type="grid" gridTemplateColumns="repeat(24, 1fr)" gridTemplateRows="auto" id="page">
      <Element elementId="base" gridColumn="1 / 25" gridRow="1 / 10"/>
      <Element elementId="ctl" gridColumn="1 / 25" gridRow="10 / 13"/>
      <Element elementId="text" gridColumn="1 / 25" gridRow="13 / 16"/>
    </Page>
)yaml",
                                                     QStringLiteral("base.yaml"))
                                            ->workbook;
    model::Workbook workbook = base;
    const int index = workbook.elements.indexOf("text");
    model::Json text = workbook.elements.at(index).body();
    text["body"] = model::toUtf8(model::toQString(body)); // as every reader makes it: sound UTF-8
    workbook.elements.replace(index, model::Object("text", std::move(text)));
    return workbook;
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
    // Where reading already found an error, such as elements that are no list, writing anew may be refused in words:
    // what has no place in the file would be lost.
    const bool flawed = std::ranges::any_of(
        loaded->notices, [](const model::Diagnostic &notice) { return notice.severity == model::Severity::Error; });
    const auto refused = [flawed](const auto &written) {
        return flawed && !written && !written.error().message.isEmpty();
    };
    for (const Envelope envelope : {Envelope::Contents, Envelope::Document, Envelope::Flat}) {
        for (const Format format : {Format::Yaml, Format::Json}) {
            const auto converted = convertWorkbook(*loaded, {format, envelope, false});
            require(refused(converted) || (converted && readWorkbook(*converted).has_value()),
                    "a conversion can be read");
        }
    }
    const auto formatted = formatWorkbook(*loaded);
    if (refused(formatted))
        return;
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
        require(mergeLayoutXml(read.tree, *read.source, LayoutTags::AsSource) == bytes,
                "an unchanged layout keeps its bytes");
    const std::string written = writeLayoutXml(read.tree);
    const auto again = readLayoutXml(written);
    require(again.has_value(), "a written layout can be read");
    require(writeLayoutXml(*again) == written, "a written layout says the same");
    const std::string formatted = formatLayoutXml(*read.source);
    const LayoutRead twice = takeLayoutApart(formatted);
    require(formatLayoutXml(*twice.source) == formatted, "formatting twice changes nothing");
}

void takeText(const std::string &bytes)
{
    static const model::Catalogue catalogue = *model::loadCatalogue();
    const model::Workbook workbook = workbookWithText(bytes);
    model::IncrementalChecker checker(catalogue);
    checker.reset(workbook);
    for (const model::Diagnostic &finding : checker.diagnostics()) {
        require(!finding.message.isEmpty(), "a finding says something");
        if (!finding.fix)
            continue;
        const auto transaction = finding.fix->make(workbook);
        model::Workbook fixed = workbook;
        model::MemoryRowStore rows;
        require(transaction && model::apply(fixed, rows, *transaction), "a quick fix can be applied");
        require(model::checkInvariants(fixed).isEmpty(), "a fixed workbook is sound");
    }
    // Any text can be sent, and comes back the same.
    const auto back = readWorkbook(writeWorkbook(workbook, {}), QStringLiteral("fuzz.yaml"));
    require(back.has_value(), "what is written can be read");
    require(back->workbook.elements.findById("text")->body() == workbook.elements.findById("text")->body(),
            "a text comes back as it was");
}

void takeTemplates(const std::string &bytes)
{
    std::size_t end = 0;
    for (const model::TemplatePart &part : model::scanTemplates(bytes)) {
        require(part.whole.offset >= end, "templates stand one behind the other");
        end = part.whole.offset + part.whole.length;
        require(end <= bytes.size(), "a template lies in its text");
        require(part.formula.offset + part.formula.length <= end, "a formula lies in its template");
        const auto parsed = model::formula::parse(std::string(part.formula.in(bytes)));
        if (!parsed.problems.empty())
            continue;
        const std::string printed = model::formula::print(parsed.root);
        const auto again = model::formula::parse(printed);
        // Names of functions are spelled as the catalogue has them; all else stays.
        require(model::foldName(model::formula::dump(again.root)) == model::foldName(model::formula::dump(parsed.root)),
                "a printed formula says the same");
        require(model::formula::print(again.root) == printed, "printing twice changes nothing");
    }
    for (const model::AgentMention &mention : model::scanMentions(bytes))
        require(mention.id.offset + mention.id.length <= bytes.size(), "a mention lies in its text");
    // A rename rewrites what it must, whatever stands around it.
    const model::Workbook workbook = workbookWithText(bytes);
    const auto renamed = model::makeRenameElement(workbook, "base", "Other");
    if (!renamed)
        return; // a name that would change its meaning
    model::Workbook after = workbook;
    model::MemoryRowStore rows;
    require(model::apply(after, rows, *renamed).has_value(), "a rename can be applied");
    require(model::checkInvariants(after).isEmpty(), "a workbook after a rename is sound");
}

void takePackage(const std::string &bytes)
{
    const auto archive = readArchive(bytes);
    const auto package = readPackage(bytes);
    require(archive || !archive.error().message.isEmpty(), "an error says something");
    require(package || !package.error().message.isEmpty(), "an error says something");
    require(!package || archive, "a package is an archive");
    if (!package)
        return;
    const auto loaded = readWorkbook(package->workbookText(), QStringLiteral("workbook.yaml"));
    require(loaded || !loaded.error().message.isEmpty(), "an error says something");
}

} // namespace tessera::fuzz
