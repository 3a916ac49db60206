def log = new File(basedir, 'build.log').text

// Bound in a module that depends on the others, and called at the root, after all of them, once.
[new File(basedir, 'coverage/target/stepunit/report'), new File(basedir, 'target/stepunit/report')].each {
    def summary = new File(it, 'summary.txt').text
    assert summary.contains('order') && summary.contains('refund') && summary.contains('All')
    assert new File(it, 'index.html').exists()
}
assert !new File(basedir, 'orders/target/stepunit/report').exists()
assert log.contains('As much was walked as is required.')
return true
