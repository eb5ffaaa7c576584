// SPDX-License-Identifier: GPL-3.0-or-later
// Dates in the SQL of a script: clocks, intervals, days between, and comparisons with dates written as text.
#include <algorithm>
#include <array>

#include <QCoreApplication>

#include "adapters/query/script_rewriter.h"
#include "model/base/text.h"
#include "model/value/calendar.h"

namespace tessera::adapters {

using Kind = SqlNode::Kind;

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(tessera::adapters::WarehouseSql)
};

constexpr std::array comparisons = std::to_array<std::string_view>({"=", "==", "<>", "!=", "<", ">", "<=", ">="});

bool isComparison(std::string_view sign)
{
    return std::ranges::find(comparisons, sign) != comparisons.end();
}

} // namespace

SqlPiece ScriptRewriter::clock(const SqlNode &node, bool day)
{
    (day ? m_script.readsDay : m_script.readsMoment) = true;
    SqlPiece piece;
    piece.text = day ? "wh_today()" : "wh_now()";
    piece.isDate = true;
    piece.newline = node.newline;
    return piece;
}

// d + INTERVAL …, d - 7, d - e. Where the left side is no date the sign stays what it is.
bool ScriptRewriter::dateArithmetic(SqlCursor &cursor, std::vector<SqlPiece> &out)
{
    if (out.empty() || out.back().kind != SqlPiece::Kind::Operand)
        return false;
    const bool minus = cursor.peek().isSign("-");
    SqlPiece &left = out.back();
    if (cursor.peek(1).isWord("INTERVAL")) {
        cursor.skip();
        left.text = shifted(left, cursor, minus);
        left.isDate = true;
    } else if (left.isDate) {
        cursor.skip();
        const SqlPiece right = term(cursor);
        const bool days = right.isDate && minus;
        left.text = days ? "wh_diff('day', " + right.text + ", " + left.text + ")"
                         : "wh_add('day', " + std::string(minus ? "-(" : "(") + right.text + "), " + left.text + ")";
        left.isDate = !days;
    } else {
        return false;
    }
    left.isoText.clear();
    left.name.clear();
    return true;
}

// An operand with what multiplies it.
SqlPiece ScriptRewriter::term(SqlCursor &cursor)
{
    SqlPiece piece = primary(cursor);
    while ((cursor.peek().isSign("*") || cursor.peek().isSign("/") || cursor.peek().isSign("%")) && !failed()) {
        const std::string sign = cursor.take().text;
        piece.text += (sign == "/" ? " * 1.0 / " : " " + sign + " ") + primary(cursor).text;
        piece.isDate = false;
    }
    return piece;
}

// Behind INTERVAL: '1 day', '2 months 3 days', '1' DAY, 3 HOUR, (n) DAY.
std::string ScriptRewriter::shifted(const SqlPiece &base, SqlCursor &cursor, bool minus)
{
    const SqlNode &interval = cursor.take();
    const SqlNode &amount = cursor.peek();
    const std::string sign = minus ? "-" : "";
    std::string text = base.text;
    if (amount.kind == Kind::Text) {
        cursor.skip();
        const QStringList words = model::toQString(amount.text)
                                      .simplified()
                                      .replace(QLatin1Char(','), QLatin1Char(' '))
                                      .split(QLatin1Char(' '), Qt::SkipEmptyParts);
        if (words.size() == 1 && cursor.peek().kind == Kind::Word &&
            model::dateUnit(plainUnit(foldSql(cursor.peek().text))))
            return "wh_add('" + plainUnit(foldSql(cursor.take().text)) + "', " + sign + "(" + model::toUtf8(words[0]) +
                   "), " + text + ")";
        for (qsizetype i = 0; i + 1 < words.size(); i += 2)
            text = "wh_add(" + sqlText(plainUnit(model::toUtf8(words[i + 1].toLower()))) + ", " + sign + "(" +
                   model::toUtf8(words[i]) + "), " + text + ")";
        if (words.size() < 2 || words.size() % 2 != 0)
            return fail(amount, Texts::tr("An interval looks like '3 days' or '1' MONTH."));
        return text;
    }
    const SqlPiece count = primary(cursor);
    if (cursor.peek().kind != Kind::Word)
        return fail(interval, Texts::tr("An interval looks like '3 days' or '1' MONTH."));
    return "wh_add(" + sqlText(plainUnit(foldSql(cursor.take().text))) + ", " + sign + "(" + count.text + "), " + text +
           ")";
}

// Local tables store dates with a time: '2026-04-21' beside a date is its midnight.
void ScriptRewriter::compareDates(std::vector<SqlPiece> &parts) const
{
    const auto isOperand = [&](std::ptrdiff_t at) {
        return at >= 0 && at < std::ssize(parts) && parts[static_cast<std::size_t>(at)].kind == SqlPiece::Kind::Operand;
    };
    const auto isDate = [&](std::ptrdiff_t at) { return isOperand(at) && parts[static_cast<std::size_t>(at)].isDate; };
    const auto text = [&](std::ptrdiff_t at) {
        return at >= 0 && at < std::ssize(parts) && !isOperand(at)
                   ? std::string_view(parts[static_cast<std::size_t>(at)].text)
                   : std::string_view();
    };
    for (std::ptrdiff_t at = 0; at < std::ssize(parts); ++at) {
        SqlPiece &piece = parts[static_cast<std::size_t>(at)];
        if (piece.isoText.empty())
            continue;
        const std::ptrdiff_t between = text(at - 1) == "AND" ? at - 3 : at - 1;
        const bool before = isComparison(text(at - 1)) && isDate(at - 2);
        const bool behind = isComparison(text(at + 1)) && isDate(at + 2);
        const bool ranged =
            text(between) == "BETWEEN" && (isDate(between - 1) || (text(between - 1) == "NOT" && isDate(between - 2)));
        if (before || behind || ranged)
            piece.text = sqlText(piece.isoText);
    }
    // d IN ('2026-04-21', …)
    for (std::ptrdiff_t at = 2; at < std::ssize(parts); ++at) {
        SqlPiece &list = parts[static_cast<std::size_t>(at)];
        if (text(at - 1) != "IN" || !isOperand(at) || !(isDate(at - 2) || (text(at - 2) == "NOT" && isDate(at - 3))))
            continue;
        std::string rewritten;
        for (std::size_t from = 0; from < list.text.size();) {
            const std::size_t open = list.text.find('\'', from);
            const std::size_t close = open == std::string::npos ? open : list.text.find('\'', open + 1);
            if (close == std::string::npos) {
                rewritten += list.text.substr(from);
                break;
            }
            const auto moment = model::momentFromIso(std::string_view(list.text).substr(open + 1, close - open - 1));
            rewritten += list.text.substr(from, open - from);
            rewritten += moment ? sqlText(model::isoText(*moment)) : list.text.substr(open, close + 1 - open);
            from = close + 1;
        }
        list.text = rewritten;
    }
}

} // namespace tessera::adapters
