// SPDX-License-Identifier: GPL-3.0-or-later
#include "adapters/query/query_workers.h"

#include <algorithm>

#include <QDateTime>
#include <QElapsedTimer>

#include "model/base/text.h"

namespace tessera::adapters {

using model::ErrorCode;
using model::Key;
using model::Result;
using model::query::ElementRows;
using model::query::ElementRowsPtr;

namespace {

// Whether nothing but the rows could make a card look different.
bool sameAnswer(const model::query::ElementQuery &a, const model::query::ElementQuery &b)
{
    const auto sameColumns = [](const model::query::Query &x, const model::query::Query &y) {
        return std::ranges::equal(x.columns, y.columns, [](const auto &c, const auto &d) {
            return c.id == d.id && c.name == d.name && c.type == d.type && c.level == d.level && c.isKey == d.isKey &&
                   c.channel == d.channel;
        });
    };
    const bool problems = std::ranges::equal(a.problems, b.problems, [](const auto &p, const auto &q) {
        return p.isError == q.isError && p.elementId == q.elementId && p.columnId == q.columnId &&
               p.pointer == q.pointer && p.message == q.message && p.hint == q.hint;
    });
    return problems && sameColumns(a.main, b.main) &&
           std::ranges::equal(a.parts, b.parts, [&](const auto &p, const auto &q) {
               return p.first == q.first && sameColumns(p.second, q.second);
           });
}

int threadsFor(int wanted)
{
    return wanted > 0 ? wanted : std::clamp(static_cast<int>(std::thread::hardware_concurrency()), 1, 4);
}

} // namespace

QueryService::Workers::Workers(std::shared_ptr<TableStore> store, const Settings &settings, Answers answers)
    : m_store(std::move(store))
    , m_settings(settings)
    , m_answers(std::move(answers))
    , m_mostRunning(threadsFor(settings.threads))
    , m_cache(settings.cacheBytes)
{
    for (int i = 0; i <= m_mostRunning; ++i)
        m_threads.emplace_back([this] { work(m_stop.get_token()); });
}

QueryService::Workers::~Workers()
{
    {
        const std::lock_guard lock(m_mutex);
        m_stop.request_stop();
        for (auto &[key, element] : m_elements)
            element.stop.request_stop();
    }
    m_wake.notify_all();
    m_threads.clear();
}

void QueryService::Workers::ask(const std::vector<Key> &elements, const StatePtr &state)
{
    const std::lock_guard lock(m_mutex);
    for (const Key &key : elements) {
        Element &element = m_elements[key];
        if (!element.planFor && !element.planning)
            m_plans.push_back(key);
        element.planFor = state;
    }
    m_wake.notify_all();
}

void QueryService::Workers::forgetAllBut(const std::vector<Key> &elements)
{
    const std::lock_guard lock(m_mutex);
    for (auto &[key, element] : m_elements) {
        if (std::ranges::find(elements, key) != elements.end())
            continue;
        element.planFor.reset();
        element.next.reset();
        if (element.running) {
            element.stop.request_stop();
            element.fingerprint.clear();
        }
    }
    std::erase_if(m_plans, [&](const Key &key) { return !m_elements[key].planFor; });
    std::erase_if(m_queries, [&](const Key &key) { return !m_elements[key].next; });
}

bool QueryService::Workers::isBusyLocked() const
{
    return std::ranges::any_of(m_elements, [](const auto &entry) {
        return entry.second.planFor || entry.second.planning || entry.second.next || entry.second.running;
    });
}

bool QueryService::Workers::isBusy() const
{
    const std::lock_guard lock(m_mutex);
    return isBusyLocked();
}

void QueryService::Workers::work(std::stop_token stop)
{
    std::unique_ptr<SqliteConnection> connection;
    std::unique_lock lock(m_mutex);
    while (!stop.stop_requested()) {
        const auto ready = [&] { return !m_plans.empty() || nextQuery() != m_queries.end(); };
        if (!m_wake.wait(lock, stop, ready))
            return;
        if (!takePlan(lock, stop))
            (void)takeRun(lock, connection);
        if (!isBusyLocked() && !stop.stop_requested())
            m_answers.idle();
    }
}

bool QueryService::Workers::takePlan(std::unique_lock<std::mutex> &lock, std::stop_token stop)
{
    if (m_plans.empty())
        return false;
    const Key key = m_plans.front();
    m_plans.pop_front();
    Element &element = m_elements[key];
    const StatePtr state = std::exchange(element.planFor, nullptr);
    element.planning = true;
    lock.unlock();
    LocalQuery local = plan(key, *state, stop);
    lock.lock();
    element.planning = false;
    if (stop.stop_requested())
        return true;
    if (element.planFor) // newer already: what was just planned is stale
        m_plans.push_back(key);
    else
        settle(key, element, std::move(local));
    m_wake.notify_all();
    return true;
}

LocalQuery QueryService::Workers::plan(const Key &key, const State &state, std::stop_token stop) const
{
    model::query::QueryOptions options;
    options.controls = state.controls;
    options.now = state.now;
    options.account = m_settings.account;
    LocalTables tables(*m_store, state.local, state.workbook, state.now, std::move(stop), state.samples);
    return makeLocalQuery(state.workbook, state.names, key, options, tables, m_settings.planner);
}

// Decides whether a planned query has to run.
void QueryService::Workers::settle(const Key &key, Element &element, LocalQuery local)
{
    const bool same = element.last && !local.fingerprint.empty() && local.fingerprint == element.fingerprint &&
                      local.failure.isEmpty();
    if (same && (element.running || element.next))
        return; // under way
    if (same && element.last->state != ElementRows::State::Waiting) {
        if (sameAnswer(element.last->query, local.query))
            return;
        auto rows = std::make_shared<ElementRows>(*element.last);
        rows->query = std::move(local.query);
        answer(key, element, std::move(rows));
        return;
    }
    if (element.running)
        element.stop.request_stop();
    element.fingerprint = local.fingerprint;
    const bool waits = element.next != nullptr;
    element.next.reset();
    if (local.steps.empty()) {
        if (waits)
            std::erase(m_queries, key);
        auto rows = std::make_shared<ElementRows>();
        rows->failure = local.failure;
        rows->sample = local.sample;
        rows->state = stateOf(local, *rows);
        rows->query = std::move(local.query);
        answer(key, element, std::move(rows));
        return;
    }
    auto waiting = std::make_shared<ElementRows>(element.last ? *element.last : ElementRows());
    waiting->state = ElementRows::State::Waiting;
    answer(key, element, std::move(waiting));
    element.next = std::make_shared<const LocalQuery>(std::move(local));
    if (!waits)
        m_queries.push_back(key);
}

// An element whose stale run is still ending waits for it.
std::deque<Key>::iterator QueryService::Workers::nextQuery()
{
    if (m_running >= m_mostRunning)
        return m_queries.end();
    return std::ranges::find_if(m_queries, [&](const Key &key) { return !m_elements[key].running; });
}

// The next element, and those that wait and have a grouping in common with it.
std::vector<QueryService::Workers::Job> QueryService::Workers::takeJobs()
{
    std::vector<Job> jobs;
    const auto next = nextQuery();
    const auto first = next == m_queries.end() ? nullptr : m_elements[*next].next;
    const auto isWanted = [&](const Key &key) {
        const Element &element = m_elements[key];
        return !element.running && (element.next == first || shareGroups(*first, *element.next));
    };
    for (auto at = next; at != m_queries.end();) {
        if (!isWanted(*at)) {
            ++at;
            continue;
        }
        Element &element = m_elements[*at];
        element.stop = std::stop_source();
        element.running = true;
        jobs.push_back({*at, std::exchange(element.next, nullptr), element.stop.get_token()});
        at = m_queries.erase(at);
    }
    return jobs;
}

bool QueryService::Workers::takeRun(std::unique_lock<std::mutex> &lock, std::unique_ptr<SqliteConnection> &connection)
{
    const std::vector<Job> jobs = takeJobs();
    if (jobs.empty())
        return false;
    ++m_running;
    lock.unlock();
    QString failure;
    if (!connection) {
        if (auto opened = openForQueries(*m_store))
            connection = std::move(*opened);
        else
            failure = opened.error().message;
    }
    if (connection) {
        runAll(jobs, *connection);
    } else {
        for (const Job &job : jobs) {
            auto rows = std::make_shared<ElementRows>();
            rows->state = ElementRows::State::Failed;
            rows->failure = failure;
            rows->query = job.local->query;
            finish(job, std::move(rows));
        }
    }
    lock.lock();
    --m_running;
    m_wake.notify_all();
    return true;
}

void QueryService::Workers::runAll(const std::vector<Job> &jobs, SqliteConnection &connection)
{
    GroupTables::Queries queries;
    for (const Job &job : jobs)
        queries.push_back(job.local);
    // What they share is worth computing while one of them wants it.
    std::stop_source nobody;
    std::atomic<std::size_t> left = jobs.size();
    const auto leave = [&] {
        if (--left == 0)
            nobody.request_stop();
    };
    std::deque<std::stop_callback<decltype(leave)>> watches;
    for (const Job &job : jobs)
        watches.emplace_back(job.stop, leave);
    GroupTables groups(connection, queries, nobody.get_token(), [&](const GroupTables::Made &made) {
        QueryRun run;
        run.element = jobs.front().key;
        run.part = "groups";
        run.startedMs = QDateTime::currentMSecsSinceEpoch() - static_cast<qint64>(made.milliseconds);
        run.milliseconds = made.milliseconds;
        run.rows = made.rows;
        run.sql = model::toQString(made.statement.text);
        m_answers.run(std::move(run));
    });
    for (const Job &job : jobs)
        finish(job, job.stop.stop_requested() ? nullptr : run(job, connection, groups));
}

// Takes an element off its connection; its rows are an answer unless it was stopped.
void QueryService::Workers::finish(const Job &job, std::shared_ptr<ElementRows> rows)
{
    const std::lock_guard lock(m_mutex);
    Element &element = m_elements[job.key];
    element.running = false;
    if (!job.stop.stop_requested())
        answer(job.key, element, std::move(rows));
    m_wake.notify_all();
}

Result<ResultCache::Entry> QueryService::Workers::runOne(const Job &job, const QueryStep &step,
                                                         const std::string &tables, SqliteConnection &connection,
                                                         GroupTables &groups)
{
    QueryRun run;
    run.element = job.key;
    run.part = step.part;
    run.startedMs = QDateTime::currentMSecsSinceEpoch();
    run.sql = model::toQString(step.statement.text);
    std::string cacheKey = tables + '\x1e' + step.statement.text;
    for (const model::Value &value : step.statement.parameters)
        cacheKey += '\x1f' + std::to_string(value.data().index()) + model::plainText(value);
    for (const auto &column : step.columns)
        cacheKey += '\x1d' + column.id;
    ResultCache::Entry entry = m_cache.find(cacheKey);
    run.cached = entry.table != nullptr;
    Result<ResultCache::Entry> answer = entry;
    QElapsedTimer clock;
    clock.start();
    if (!entry.table) {
        const model::sql::Statement statement = groups.statementFor(*job.local, step);
        run.sql = model::toQString(statement.text);
        clock.start(); // what others share was noted for itself
        auto result = runStep(step, statement, connection, {m_settings.maxRows, job.stop});
        if (result) {
            entry = {std::make_shared<const model::query::ResultTable>(std::move(result->table)), result->cut};
            m_cache.keep(cacheKey, entry);
            answer = entry;
        } else {
            run.cancelled = result.error().code == ErrorCode::Cancelled;
            run.failure = run.cancelled ? QString() : result.error().message;
            answer = model::fail(result.error());
        }
    }
    run.milliseconds = static_cast<double>(clock.nsecsElapsed()) / 1e6;
    if (entry.table)
        run.rows = static_cast<qint64>(entry.table->rowCount());
    m_answers.run(std::move(run));
    return answer;
}

std::shared_ptr<ElementRows> QueryService::Workers::run(const Job &job, SqliteConnection &connection,
                                                        GroupTables &groups)
{
    const LocalQuery &local = *job.local;
    auto rows = std::make_shared<ElementRows>();
    rows->query = local.query;
    rows->sample = local.sample;
    rows->failure = local.failure;
    const std::string tables = local.fingerprint.substr(0, local.fingerprint.find('\x1f')); // their versions
    for (const QueryStep &step : local.steps) {
        const auto result = runOne(job, step, tables, connection, groups);
        if (job.stop.stop_requested())
            return rows;
        if (!result) {
            if (rows->failure.isEmpty())
                rows->failure = result.error().message;
            continue;
        }
        rows->cut = rows->cut || result->cut;
        if (step.part.empty())
            rows->main = result->table;
        else
            rows->parts.emplace(step.part, result->table);
    }
    rows->state = stateOf(local, *rows);
    return rows;
}

void QueryService::Workers::answer(const Key &key, Element &element, ElementRowsPtr rows)
{
    element.last = rows;
    m_answers.rows(key, std::move(rows));
}

} // namespace tessera::adapters
