// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <functional>
#include <string>
#include <vector>

namespace tessera::bench {

// Milliseconds one call takes.
template <class Work>
double millisecondsOf(Work &&work)
{
    const auto start = std::chrono::steady_clock::now();
    work();
    return std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - start).count();
}

// The value that `share` (0 … 1) of the samples do not exceed: percentile(samples, 0.99) is the p99. 0 for no samples.
inline double percentile(std::vector<double> samples, double share)
{
    if (samples.empty())
        return 0;
    const auto index = static_cast<std::size_t>(share * static_cast<double>(samples.size() - 1) + 0.5);
    std::nth_element(samples.begin(), samples.begin() + static_cast<std::ptrdiff_t>(index), samples.end());
    return samples[index];
}

// Median of `runs` calls, after one that warms caches up.
inline double medianOf(int runs, const std::function<void()> &work)
{
    work();
    std::vector<double> samples;
    for (int run = 0; run < runs; ++run)
        samples.push_back(millisecondsOf(work));
    return percentile(std::move(samples), 0.5);
}

// Peak resident memory of this process in MB, 0 where the system does not tell.
inline double peakMemoryMb()
{
    double kilobytes = 0;
    if (std::FILE *status = std::fopen("/proc/self/status", "r")) {
        char line[256];
        while (std::fgets(line, sizeof line, status))
            if (std::sscanf(line, "VmHWM: %lf kB", &kilobytes) == 1)
                break;
        std::fclose(status);
    }
    return kilobytes / 1024;
}

// The rows one benchmark program adds to the table of `packaging/bench`. End main with `return table.finish();`.
//
//     BenchTable table;
//     table.atMost("Parse and validate, 110 KB", medianOf(20, parse), 50, "ms");
//     table.check("Parse keeps every element", workbook.elements.size() == 500);
//     return table.finish();
class BenchTable
{
public:
    BenchTable()
    {
        const char *header = std::getenv("TESSERA_BENCH_HEADER");
        if (header && std::string(header) == "0")
            return;
        std::printf("%-58s %14s %14s  %s\n", "What", "Measured", "Bar", "Verdict");
        std::printf("%s\n", std::string(98, '-').c_str());
    }

    void atMost(const std::string &what, double measured, double bar, const char *unit)
    {
        row(what, measured, bar, unit, "<= ", measured <= bar);
    }
    void atLeast(const std::string &what, double measured, double bar, const char *unit)
    {
        row(what, measured, bar, unit, ">= ", measured >= bar);
    }
    // A result that must be right for the times to mean anything; silent when it is.
    void check(const std::string &what, bool right)
    {
        if (right)
            return;
        m_failed = true;
        std::printf("%-58s %14s %14s  %s\n", what.c_str(), "wrong", "right", "WRONG");
        std::fflush(stdout);
    }

    int finish() const { return m_failed ? 1 : 0; } // exit code

private:
    void row(const std::string &what, double measured, double bar, const char *unit, const char *relation, bool ok)
    {
        m_failed = m_failed || !ok;
        const std::string number = text(measured) + " " + unit;
        const std::string limit = relation + text(bar) + " " + unit;
        std::printf("%-58s %14s %14s  %s\n", what.c_str(), number.c_str(), limit.c_str(), ok ? "ok" : "MISSED");
        std::fflush(stdout);
    }
    static std::string text(double value)
    {
        char buffer[32];
        std::snprintf(buffer, sizeof buffer, value < 100 && value != static_cast<int>(value) ? "%.2f" : "%.0f", value);
        return buffer;
    }

    bool m_failed = false;
};

} // namespace tessera::bench
