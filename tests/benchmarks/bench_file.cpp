// SPDX-License-Identifier: GPL-3.0-or-later
// Reading and judging workbook files.
#include "adapters/codec/workbook_file.h"
#include "model/checks/checker.h"
#include "model/schema/catalogue.h"
#include "tests/benchmarks/bench_table.h"
#include "tests/benchmarks/made_workbook.h"

using namespace tessera;

namespace {

std::string workbookOfSize(std::size_t bytes)
{
    int elements = 100;
    while (bench::madeWorkbook(elements).size() < bytes)
        elements += 5;
    return bench::madeWorkbook(elements);
}

int errorsAndWarnings(const QList<model::Diagnostic> &findings)
{
    int count = 0;
    for (const model::Diagnostic &finding : findings)
        count += finding.severity == model::Severity::Error || finding.severity == model::Severity::Warning;
    return count;
}

} // namespace

int main()
{
    bench::BenchTable table;
    const auto catalogue = model::loadCatalogue();
    table.check("The catalogue loads", catalogue.has_value());
    if (!catalogue)
        return table.finish();
    const model::Checker checker(*catalogue);

    const std::string text = workbookOfSize(110 * 1024);
    int findings = -1;
    table.atMost("Read and validate a workbook of 110 KB",
                 bench::medianOf(15,
                                 [&] {
                                     const auto loaded = adapters::readWorkbook(text);
                                     findings = loaded ? errorsAndWarnings(checker.check(loaded->workbook)) : -1;
                                 }),
                 50, "ms");
    table.check("It is valid", findings == 0);

    constexpr int many = 5000;
    const std::string large = bench::madeWorkbook(many);
    int elements = 0;
    table.atMost("Open a workbook of 5,000 elements",
                 bench::medianOf(3,
                                 [&] {
                                     const auto loaded = adapters::readWorkbook(large);
                                     elements = loaded ? loaded->workbook.elements.size() : 0;
                                 }),
                 1000, "ms");
    table.check("All elements are there", elements == many);

    const auto loaded = adapters::readWorkbook(large);
    table.atMost("Validate 5,000 elements",
                 bench::medianOf(3, [&] { findings = errorsAndWarnings(checker.check(loaded->workbook)); }), 1000,
                 "ms");
    table.check("Nothing but their size is wrong", findings == 1); // as much may not get through to Sigma at once
    model::Workbook edited = loaded->workbook;
    edited.elements.replace(2500, edited.elements.at(2500).withBody([&] {
        model::Json body = edited.elements.at(2500).body();
        body["name"] = "Renamed";
        return body;
    }()));
    std::string saved;
    table.atMost("Save one edit among 5,000 elements",
                 bench::medianOf(3, [&] { saved = adapters::saveWorkbook(edited, *loaded).value_or(""); }), 1000, "ms");
    table.check("Only the edit is in the file",
                saved.size() + 20 > large.size() && saved.size() < large.size() + 20 && saved != large);
    return table.finish();
}
