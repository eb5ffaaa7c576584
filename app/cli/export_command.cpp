// SPDX-License-Identifier: GPL-3.0-or-later
#include <QCommandLineParser>
#include <QFileInfo>

#include "adapters/files/atomic_file.h"
#include "adapters/package/package.h"
#include "app/cli/command.h"
#include "app/cli/console.h"
#include "app/cli/findings.h"
#include "app/cli/input.h"
#include "app/cli/pictures.h"
#include "model/base/text.h"

namespace tessera::app {

using model::Severity;

namespace {

model::Result<std::string> packageOf(const adapters::LoadedWorkbook &loaded, const QList<model::Diagnostic> &findings,
                                     const model::Catalogue &catalogue, bool force)
{
    adapters::PackageOptions options;
    options.findings = findings;
    options.force = force;
    // Where the file stood on this machine is nobody's business, and would make the bytes depend on it.
    model::Json report = reportJson(loaded, findings);
    report["file"] = model::toUtf8(QFileInfo(loaded.path).fileName());
    options.validation = {{"files", model::Json::array({std::move(report)})}};
    const auto pictures = packagePictures(loaded.workbook, catalogue);
    if (!pictures)
        return model::fail(pictures.error());
    options.picture = *pictures;
    return adapters::buildPackage(loaded, options);
}

int run(const QCommandLineParser &arguments, Console &console)
{
    const QString input = arguments.positionalArguments().constFirst();
    const QString output = arguments.value(u"o"_qs);
    const bool force = arguments.isSet(u"force"_qs);
    if (output.isEmpty()) {
        console.err(Cli::tr("tessera export: Name the package to write with -o."));
        return Misuse;
    }
    auto loaded = openWorkbook(input, console);
    const auto catalogue = loaded ? openCatalogue(console) : std::nullopt;
    if (!catalogue)
        return loaded ? Findings : Misuse;
    std::optional<model::OrganisationProfile> profile;
    if (!openProfile(arguments, profile, console))
        return Misuse;
    loaded->notices.removeIf(adapters::isLeftBehind);
    const QList<model::Diagnostic> findings = findingsOf(*loaded, *catalogue, profile ? &*profile : nullptr);
    for (const model::Diagnostic &finding : findings) {
        if (finding.severity == Severity::Error)
            console.err(findingText(finding));
    }
    const auto bytes = packageOf(*loaded, findings, *catalogue, force);
    const auto written = bytes ? adapters::writeFile(output, *bytes) : model::fail(bytes.error());
    if (!written) {
        console.err(written.error(), bytes ? output : input);
        return Findings;
    }
    console.out(output);
    return Done;
}

} // namespace

Command exportCommand()
{
    Command command;
    command.name = u"export"_qs;
    command.synopsis = u"FILE -o PACKAGE.zip [--force] [--profile FILE]"_qs;
    command.summary = Cli::tr("Make the package that brings a workbook to Sigma.");
    command.text = Cli::tr(
        "A ZIP file with the workbook, the body to post, SQL for its tables, the validation report, a checklist of\n"
        "manual steps and pictures of the pages, with made-up rows. The same input gives the same bytes. Errors\n"
        "in validation stop the export.");
    command.options = {{{u"o"_qs, u"output"_qs}, Cli::tr("The package to write."), u"PACKAGE.zip"_qs},
                       {u"force"_qs, Cli::tr("Export despite errors; the package says so.")},
                       profileOption()};
    command.minArguments = command.maxArguments = 1;
    command.draws = true;
    command.run = run;
    return command;
}

} // namespace tessera::app
