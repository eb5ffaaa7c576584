// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/command_line.h"

#include <memory>

#include <QApplication>
#include <QCommandLineParser>
#include <QFileInfo>

#include "app/cli/command.h"
#include "app/cli/console.h"
#include "app/texts.h"

namespace tessera::app {

namespace {

const QString helpName = QStringLiteral("help");

QString overview()
{
    QStringList lines{
        Cli::tr("Usage: tessera [FILE…]"),
        Cli::tr("       tessera COMMAND [OPTION…] [FILE…]"),
        QString(),
        Cli::tr("Designer for Sigma workbooks. Without a command it opens the window, with the files given."),
        QString(),
        Cli::tr("Commands:"),
    };
    for (const Command &command : allCommands())
        lines << u"  "_qs + command.name.leftJustified(10) + command.summary;
    lines
        << QString() << Cli::tr("Options:") << Cli::tr("  -h, --help     Show this help, or with a command its own.")
        << Cli::tr("  -v, --version  Show the version.") << QString()
        << Cli::tr(
               "Results go to standard output, messages to standard error. Exit codes: 0 done; 1 findings or failure;")
        << Cli::tr("2 wrong usage or unreadable input. No command needs a display.");
    return lines.join(u'\n');
}

// The parser's own text starts with a line that names the program's path; the synopsis says more.
QString helpOf(const Command &command, const QCommandLineParser &parser)
{
    QString help = u"Usage: tessera "_qs + command.name + u' ' + command.synopsis + u"\n\n"_qs + command.summary;
    if (!command.text.isEmpty())
        help += u"\n\n"_qs + command.text;
    const QString generated = parser.helpText();
    const qsizetype options = generated.indexOf(u"Options:"_qs);
    return help + u"\n\n"_qs + generated.mid(options).trimmed();
}

int misuse(const Command &command, const QString &message, Console &console)
{
    console.err(u"tessera "_qs + command.name + u": "_qs + message);
    console.err(Cli::tr("Usage: tessera %1 %2").arg(command.name, command.synopsis));
    return Misuse;
}

int runCommand(const Command &command, const QStringList &arguments, Console &console)
{
    QCommandLineParser parser;
    parser.setSingleDashWordOptionMode(QCommandLineParser::ParseAsLongOptions);
    parser.addOption({{u"h"_qs, helpName}, Cli::tr("Show this help.")});
    parser.addOptions(command.options);
    const bool understood = parser.parse(arguments);
    if (parser.isSet(helpName)) {
        console.out(helpOf(command, parser));
        return Done;
    }
    if (!understood)
        return misuse(command, parser.errorText(), console);
    const qsizetype count = parser.positionalArguments().size();
    if (count < command.minArguments)
        return misuse(command, Cli::tr("An argument is missing."), console);
    if (command.maxArguments >= 0 && count > command.maxArguments)
        return misuse(command, Cli::tr("There are more arguments than expected."), console);
    return command.run(parser, console);
}

// Qt warns about a folder that nothing here uses; everything else it says is worth seeing.
void printQtMessage(QtMsgType, const QMessageLogContext &, const QString &message)
{
    if (!message.startsWith(u"QStandardPaths: XDG_RUNTIME_DIR"_qs))
        Console().err(message);
}

// Drawing needs a graphical application; the platform without a display serves unless somebody chose one.
std::unique_ptr<QCoreApplication> makeApplication(bool draws)
{
    static int argumentCount = 1;
    static char name[] = "tessera";
    static char *arguments[] = {name, nullptr};
    if (!draws)
        return std::make_unique<QCoreApplication>(argumentCount, arguments);
    qInstallMessageHandler(printQtMessage);
    if (!qEnvironmentVariableIsSet("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    return std::make_unique<QApplication>(argumentCount, arguments);
}

int finish(int code, Console &console)
{
    if (console.flush())
        return code;
    console.err(Cli::tr("The results could not be written to standard output."));
    return Findings;
}

// What the first argument can mean besides a command.
std::optional<int> runWithoutCommand(const QString &first, Console &console)
{
    if (first == u"-h"_qs || first == u"--help"_qs) {
        console.out(overview());
        return Done;
    }
    if (first == u"-v"_qs || first == u"--version"_qs) {
        console.out(u"tessera "_qs + QStringLiteral(TESSERA_VERSION));
        return Done;
    }
    if (first.startsWith(u"--"_qs) && first.size() > 2) {
        console.err(Cli::tr("tessera: Unknown option '%1'. See 'tessera --help'.").arg(first));
        return Misuse;
    }
    if (!first.startsWith(u'-') && !QFileInfo::exists(first)) {
        console.err(Cli::tr("tessera: There is no command and no file named '%1'. See 'tessera --help'.").arg(first));
        return Misuse;
    }
    return std::nullopt;
}

} // namespace

std::vector<Command> allCommands()
{
    return {infoCommand(),   validateCommand(), convertCommand(),  formatCommand(), newCommand(),
            renderCommand(), queryCommand(),    sqlCommand(),      evalCommand(),   exportCommand(),
            rulesCommand(),  explainCommand(),  elementsCommand(), schemaCommand()};
}

std::optional<int> runCommandLine(const QStringList &arguments)
{
    const QString first = arguments.value(1);
    if (first.isEmpty())
        return std::nullopt;
    Console console;
    for (const Command &command : allCommands()) {
        if (command.name != first)
            continue;
        const auto application = makeApplication(command.draws);
        nameApplication();
        installTexts();
        return finish(runCommand(command, arguments.mid(1), console), console);
    }
    const std::optional<int> code = runWithoutCommand(first, console);
    return code ? std::optional(finish(*code, console)) : std::nullopt;
}

} // namespace tessera::app
