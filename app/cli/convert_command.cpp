// SPDX-License-Identifier: GPL-3.0-or-later
#include <algorithm>

#include <QCommandLineParser>

#include "adapters/codec/modernize.h"
#include "adapters/files/atomic_file.h"
#include "adapters/schema/user_layer.h"
#include "app/cli/command.h"
#include "app/cli/console.h"
#include "app/cli/findings.h"
#include "app/cli/input.h"
#include "model/checks/read_back.h"
#include "model/schema/sigma_returns.h"

namespace tessera::app {

namespace {

std::optional<adapters::Envelope> envelopeFrom(const QString &name)
{
    for (const auto envelope : {adapters::Envelope::Contents, adapters::Envelope::Document, adapters::Envelope::Flat}) {
        if (adapters::envelopeName(envelope) == name)
            return envelope;
    }
    return std::nullopt;
}

// In the order of the file.
void tell(QList<model::Diagnostic> steps, const adapters::LoadedWorkbook &loaded, Console &console)
{
    for (model::Diagnostic &step : steps) {
        if (loaded.sources)
            step.where = loaded.sources->locate(step.target);
        step.where.file = loaded.path;
    }
    std::stable_sort(steps.begin(), steps.end(), [](const model::Diagnostic &a, const model::Diagnostic &b) {
        return std::pair(a.where.line, a.where.column) < std::pair(b.where.line, b.where.column);
    });
    for (const model::Diagnostic &step : std::as_const(steps))
        console.err(findingText(step));
}

// The file with what Sigma returns but does not take back repaired, in its own envelope.
model::Result<adapters::LoadedWorkbook> repaired(const adapters::LoadedWorkbook &loaded, Console &console)
{
    const auto catalogue = adapters::loadUserCatalogue();
    if (!catalogue)
        return model::fail(catalogue.error());
    const model::ReadBackRepairs repairs = model::repairReadBack(loaded.workbook, catalogue->catalogue);
    tell(repairs.steps, loaded, console);
    auto text = adapters::saveWorkbook(repairs.workbook, loaded);
    if (!text)
        return model::fail(text.error());
    return adapters::readWorkbook(std::move(*text), loaded.path);
}

// The workbook as it would be read back after Sigma saved it, for comparing with a live one.
model::Result<std::string> asReturned(const adapters::LoadedWorkbook &loaded, const adapters::WriteOptions &options,
                                      Console &console)
{
    const auto catalogue = adapters::loadUserCatalogue();
    if (!catalogue)
        return model::fail(catalogue.error());
    const model::SigmaReturns returned = model::asSigmaReturns(loaded.workbook, catalogue->catalogue);
    tell(returned.steps, loaded, console);
    return adapters::writeWorkbook(returned.workbook, options);
}

int run(const QCommandLineParser &arguments, Console &console)
{
    const QString input = arguments.positionalArguments().constFirst();
    const QString output = arguments.value(u"o"_qs);
    if (output.isEmpty()) {
        console.err(Cli::tr("tessera convert: Name the file to write with -o."));
        return Misuse;
    }
    const QString wanted = arguments.value(u"envelope"_qs);
    const auto envelope = envelopeFrom(wanted);
    if (!wanted.isEmpty() && !envelope) {
        console.err(
            Cli::tr("tessera convert: There is no envelope '%1'; choose contents, document or flat.").arg(wanted));
        return Misuse;
    }
    auto loaded = openWorkbook(input, console);
    if (!loaded)
        return Misuse;
    for (const model::Diagnostic &notice : loaded->notices)
        console.err(findingText(notice));
    if (arguments.isSet(u"repair"_qs)) {
        auto better = repaired(*loaded, console);
        if (!better) {
            console.err(better.error(), input);
            return Findings;
        }
        loaded = std::move(*better);
    }
    adapters::WriteOptions options;
    options.format = adapters::formatOf(output);
    options.envelope = envelope.value_or(loaded->envelope);
    options.modernize = arguments.isSet(u"modernize"_qs);
    if (options.modernize)
        tell(adapters::modernizeWorkbook(loaded->workbook).steps, *loaded, console);
    const auto text = arguments.isSet(u"as-sigma-returns"_qs) ? asReturned(*loaded, options, console)
                                                              : adapters::convertWorkbook(*loaded, options);
    const auto written = text ? adapters::writeFile(output, *text) : model::fail(text.error());
    if (!written) {
        console.err(written.error(), text ? output : input);
        return Findings;
    }
    return Done;
}

} // namespace

Command convertCommand()
{
    Command command;
    command.name = u"convert"_qs;
    command.synopsis =
        u"IN -o OUT [--envelope contents|document|flat] [--modernize] [--repair] [--as-sigma-returns]"_qs;
    command.summary = Cli::tr("Write a workbook in another format (by the extension of OUT) or envelope.");
    command.text =
        Cli::tr("Nothing is dropped. Comments stay when YAML stays YAML. Without --envelope the envelope stays.");
    command.options = {
        {{u"o"_qs, u"output"_qs}, Cli::tr("The file to write: .yaml, .yml or .json."), u"OUT"_qs},
        {u"envelope"_qs, Cli::tr("contents (current), document or flat (older generations)."), u"NAME"_qs},
        {u"modernize"_qs, Cli::tr("Also rewrite older forms inside elements to the current ones.")},
        {u"repair"_qs, Cli::tr("Mend what Sigma gives back but does not take again. Every repair is named.")},
        {u"as-sigma-returns"_qs, Cli::tr("Write what Sigma would give back after saving it: forgotten fields gone, "
                                         "defaults left out. Comments are not "
                                         "kept. Every difference is named.")}};
    command.minArguments = command.maxArguments = 1;
    command.run = run;
    return command;
}

} // namespace tessera::app
