def build = new File(basedir, 'target/stepunit')
def log = new File(basedir, 'build.log').text

assert new File(build, 'coverage').listFiles().count { it.name.endsWith('.json') } == 2
['index.html', 'coverage.json', 'summary.txt', 'cobertura.xml', 'lcov.info', 'sonar.xml'].each {
    assert new File(build, "report/$it").size() > 0
}
assert new File(build, 'report/index.html').text.contains('<title>Orders &amp; more</title>')
assert new File(build, 'report/summary.txt').text.contains('order')
assert log.contains('  order      3/4  75%        3/4  75%')
assert log.contains('As much was walked as is required.')
assert log.contains('2 parts with 1 state machines in target/stepunit/coverage.json')
assert new File(build, 'graph/order.svg').text.contains('<svg')
assert new File(build, 'graph/order.mmd').text.startsWith('flowchart')
assert new File(build, 'graph/order.html').text.startsWith('<!DOCTYPE html>')
assert new File(build, 'compare.md').text == 'Coverage has not changed.\n'
assert !build.listFiles().any { it.name.endsWith('.tmp') || it.name.endsWith('.new') }
return true
