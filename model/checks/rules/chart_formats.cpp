// SPDX-License-Identifier: GPL-3.0-or-later
// How numbers and dates are written.
// Source: Sigma's formats.
#include <algorithm>
#include <cstring>

#include <QRegularExpression>

#include "model/checks/rules/chart_parts.h"

namespace tessera::model {

namespace {

// "YYYY-MM-DD" as strftime; "" where a part has no counterpart.
std::string strftimeOf(const QString &mask)
{
    static const std::pair<const char *, const char *> parts[] = {
        {"YYYY", "%Y"}, {"yyyy", "%Y"}, {"YY", "%y"}, {"yy", "%y"}, {"MMMM", "%B"}, {"MMM", "%b"}, {"MM", "%m"},
        {"DD", "%d"},   {"dd", "%d"},   {"HH", "%H"}, {"hh", "%I"}, {"mm", "%M"},   {"ss", "%S"}};
    QString left = mask;
    QString out;
    while (!left.isEmpty()) {
        const auto part = std::find_if(std::begin(parts), std::end(parts),
                                       [&](const auto &p) { return left.startsWith(QLatin1String(p.first)); });
        if (part != std::end(parts))
            out += QLatin1String(part->second);
        else if (left.front().isLetter())
            return {};
        else
            out += left.front();
        left.remove(0, part == std::end(parts) ? 1 : static_cast<qsizetype>(std::strlen(part->first)));
    }
    return toUtf8(out);
}

void checkDateFormat(CheckContext &context, const Json &format, const std::string &path, const QString &label)
{
    const QString text = toQString(textAt(format, "formatString"));
    if (text.isEmpty() || text.contains(u'%'))
        return;
    Diagnostic &finding =
        context.report("chart.date-format", path + "/formatString",
                       RuleText::tr("%1: %2 shows these letters instead of dates.").arg(label, inQuotes(toUtf8(text))),
                       RuleText::tr("Dates are written like %Y-%m-%d or %b %Y."));
    if (const std::string better = strftimeOf(text); better.find('%') != std::string::npos)
        finding.fix =
            setFix(RuleText::tr("Write it as %1").arg(toQString(better)), context, path + "/formatString", better);
}

// The same format in the words of d3.
QuickFix formatFix(CheckContext &context, const Json &format, const std::string &path, const NumberFormat &better)
{
    Json after = format;
    after["formatString"] = better.formatString;
    if (!better.currencySymbol.empty())
        after["currencySymbol"] = better.currencySymbol;
    const QString written = toQString(better.formatString);
    const QString label =
        better.currencySymbol.empty()
            ? RuleText::tr("Write it as %1").arg(written)
            : RuleText::tr("Write it as %1 with the currency symbol %2").arg(written, toQString(better.currencySymbol));
    return changesFix(
        label,
        [scope = context.scope(), key = context.key(), path, format, after](const Workbook &) -> std::vector<Change> {
            return {SetProperty{scope, key, path, format, after}};
        });
}

void checkFormat(CheckContext &context, const Json &format, const std::string &path, const QString &label)
{
    if (textAt(format, "kind") == "datetime")
        return checkDateFormat(context, format, path, label);
    if (textAt(format, "kind") != "number" || !has(format, "formatString"))
        return;
    const QString text = toQString(textAt(format, "formatString"));
    const bool readable = text.isEmpty() || isNumberFormat(text);
    if (readable && !looksLikeMask(text))
        return;
    Diagnostic &finding =
        readable
            ? context.report(
                  "chart.number-mask", path + "/formatString",
                  RuleText::tr("%1: %2 looks like a mask of a spreadsheet and is read as something else.")
                      .arg(label, inQuotes(toUtf8(text))),
                  RuleText::tr("Without a letter at the end the digits after the dot count all digits of the number."))
            : context.report(
                  "chart.number-format", path + "/formatString",
                  RuleText::tr("%1: %2 is no number format.").arg(label, inQuotes(toUtf8(text))),
                  RuleText::tr(
                      "Formats look like ,.0f or $,.2f or .1%. For another currency use $ and set currencySymbol."));
    if (const auto better = numberFormatOf(text))
        finding.fix = formatFix(context, format, path, *better);
}

} // namespace

bool isNumberFormat(const QString &text)
{
    static const QRegularExpression d3(QStringLiteral("^(?:.?[<>=^])?[-+( ]?[$#]?0?\\d*,?(?:\\.\\d+)?~?[a-zA-Z%]?$"));
    return d3.match(text).hasMatch();
}

bool looksLikeMask(const QString &text)
{
    static const QRegularExpression mask(QStringLiteral("^0\\.0+$"));
    return mask.match(text).hasMatch();
}

std::optional<NumberFormat> numberFormatOf(const QString &text)
{
    static const QRegularExpression mask(
        QStringLiteral("^\\s*([$€£¥₹]?)\\s*(#,##0|#,###|0,0|0|#)(?:\\.([0#]+))?\\s*(%?)\\s*([$€£¥₹]?)\\s*$"));
    static const QRegularExpression foreign(QStringLiteral("^([€£¥₹])(.*)$"));
    NumberFormat better;
    const auto symbol = [&better](const QString &currency) {
        if (currency != u"$")
            better.currencySymbol = toUtf8(currency);
    };
    if (const auto match = mask.match(text); match.hasMatch()) {
        const QString currency = match.captured(1) + match.captured(5);
        const bool percent = !match.captured(4).isEmpty();
        if (currency.size() > 1 || (percent && !currency.isEmpty()))
            return std::nullopt;
        symbol(currency);
        better.formatString = toUtf8(QStringLiteral("%1%2.%3%4")
                                         .arg(currency.isEmpty() ? QString() : QStringLiteral("$"),
                                              match.captured(2).contains(u',') ? QStringLiteral(",") : QString())
                                         .arg(match.captured(3).size())
                                         .arg(QLatin1Char(percent ? '%' : 'f')));
        return better;
    }
    const auto match = foreign.match(text);
    if (!match.hasMatch() || !isNumberFormat(u'$' + match.captured(2)))
        return std::nullopt;
    symbol(match.captured(1));
    better.formatString = toUtf8(u'$' + match.captured(2));
    return better;
}

void checkFormats(CheckContext &context, const Json &body, const QString &label)
{
    eachItem(body, "columns", "", [&](const Json &column, const std::string &path) {
        checkFormat(context, child(column, "format"), path + "/format", label);
    });
    eachItem(body, "conditionalFormats", "", [&](const Json &format, const std::string &path) {
        checkFormat(context, child(child(format, "style"), "format"), path + "/style/format", label);
    });
}

} // namespace tessera::model
