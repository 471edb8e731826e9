/* A process that does nothing and links nothing but libc: what starting one costs at least. */
int main(void)
{
	return 0;
}
