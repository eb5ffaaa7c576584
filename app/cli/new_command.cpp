// SPDX-License-Identifier: GPL-3.0-or-later
#include <QCommandLineParser>
#include <QFileInfo>

#include "adapters/codec/workbook_file.h"
#include "adapters/files/atomic_file.h"
#include "app/cli/command.h"
#include "app/cli/console.h"
#include "app/cli/templates.h"

namespace tessera::app {

namespace {

int listTemplates(Console &console)
{
    const auto list = templates();
    if (!list) {
        console.err(list.error());
        return Findings;
    }
    for (const Template &one : *list)
        console.out(one.name.leftJustified(16) + one.title + u": "_qs + one.description);
    return Done;
}

// Templates are YAML; a JSON file gets the same workbook in JSON.
model::Result<std::string> textFor(const QString &output, const std::string &yaml)
{
    if (adapters::formatOf(output) == adapters::Format::Yaml)
        return yaml;
    const auto loaded = adapters::readWorkbook(yaml);
    if (!loaded)
        return model::fail(loaded.error());
    return adapters::convertWorkbook(*loaded, {adapters::Format::Json, loaded->envelope});
}

int run(const QCommandLineParser &arguments, Console &console)
{
    if (arguments.isSet(u"list"_qs))
        return listTemplates(console);
    const QString name = arguments.value(u"template"_qs);
    const QString output = arguments.value(u"o"_qs);
    if (name.isEmpty() || output.isEmpty()) {
        console.err(
            Cli::tr("tessera new: Name a template with --template and the file to write with -o, or use --list."));
        return Misuse;
    }
    const auto yaml = templateText(name);
    if (!yaml) {
        console.err(yaml.error());
        return Misuse;
    }
    if (QFileInfo::exists(output) && !arguments.isSet(u"force"_qs)) {
        console.err(Cli::tr("%1: The file exists already. Use --force to replace it.").arg(output));
        return Findings;
    }
    const auto text = textFor(output, *yaml);
    const auto written = text ? adapters::writeFile(output, *text) : model::fail(text.error());
    if (!written) {
        console.err(written.error(), output);
        return Findings;
    }
    return Done;
}

} // namespace

Command newCommand()
{
    Command command;
    command.name = u"new"_qs;
    command.synopsis = u"(--list | --template NAME -o FILE [--force])"_qs;
    command.summary = Cli::tr("Start a workbook from a template.");
    command.options = {{u"list"_qs, Cli::tr("Print the templates.")},
                       {u"template"_qs, Cli::tr("The template to start from."), u"NAME"_qs},
                       {{u"o"_qs, u"output"_qs}, Cli::tr("The file to write: .yaml, .yml or .json."), u"FILE"_qs},
                       {u"force"_qs, Cli::tr("Replace a file that exists.")}};
    command.run = run;
    return command;
}

} // namespace tessera::app
